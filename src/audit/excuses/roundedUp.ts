import type { Comparison } from '../compare.ts';
import type { Expression } from '../expression.ts';
import type { Context } from '../judgement.ts';
import { near } from '../ratios.ts';
import { addsShare, isUnitless } from '../traits.ts';

const servers =
  /^(?:servers?|nodes?|machines?|shards?|instances?|pods?|replicas?|brokers?|partitions?|workers?|hosts?|boxes|vms?|gpus?|cores?|cpus?|threads?|consumers?|containers?|processes|disks?|drives?|chars?|characters?|buckets?|digits?|bits?)$/;
/** Words that speak of room to spare. */
const room =
  /headroom|buffer|spare|peak|redundan|growth|margin|safety|fail ?over|n ?\+ ?1|reserve|burst|surge|utili[sz]|round/;

/** Whole servers are rounded up, often to a round figure with room to spare. */
export function isRoundedUp(
  { ratio, computed }: Comparison,
  expression: Expression,
  claim: Expression,
  { words, weak, about, remark }: Context,
): boolean {
  // `10 Gbps (250K × 400 bytes/s)`: what is provided, and what is needed of it.
  if (remark === true && ratio > 1 && ratio < 20 && !near(ratio, 10, 1.02)) return true;
  const noun = claim.kind === 'quantity' ? claim.noun : undefined;
  const isCount = noun !== undefined && servers.test(noun);
  if (!isCount && !servers.test(lastNoun(words))) return false;
  // Where less than one would do, there are some for other reasons.
  if (computed.value < 1 && isUnitless(claim)) return ratio > 1;
  const isWhole = Math.abs(computed.value - Math.round(computed.value)) < 1e-6;
  const hasRoom = room.test(words);
  // `144 TB ÷ 6 TB per shard = 42 shards`: nothing was left to round up.
  if (isWhole && !hasRoom && !weak && !about) return false;
  return ratio > 1 && ratio < (addsShare(expression) ? 1.5 : hasRoom ? 3.2 : 2);
}

/** `… ÷ 1,000 = 12` in a line that ends on `servers`. */
function lastNoun(words: string): string {
  return /([a-z]+)[\s.)*|]*$/.exec(words)?.[1] ?? '';
}
