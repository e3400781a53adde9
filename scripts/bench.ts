/** Measures how the site grows, and how it stands against other generators with the same content. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startClock } from '../bench/clock.ts';
import { parts, runBench, standardSizes } from '../bench/bench.ts';
import { peerIds } from '../bench/peers/peers.ts';
import { report } from '../bench/report.ts';
import { benchSchema } from '../src/schemas/bench.ts';

const defaultFile = 'content/reference/bench.json';

const usage = `Usage: npm run bench -- [--only growth|peers] [--sizes 6,50,200,500] [--peers ID,…]
                        [--minutes 30] [--out FILE]

Builds the site with 6 to 500 problems and measures build, search and pages; then builds this
site's Markdown with other generators and measures the same. Prints tables and writes JSON, which
the page /bench/ shows. A part that does not run keeps what the file has of it.

--only     one of the two parts
--sizes    numbers of problems, separated by commas
--peers    ${peerIds.join(', ')}; none for this site alone
--minutes  what there is no time for is left out, and named
--out      ${defaultFile} unless named

Peers from npm are installed into a folder of their own; MkDocs and Hugo are used where the
system has them (apt-get install mkdocs-material hugo).

Exit code: 0 measured, 2 wrong usage.`;

// Ends what was started and takes away what was written: both hang on `exit`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main().catch((error: Error) => {
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      only: { type: 'string' },
      sizes: { type: 'string', default: standardSizes.join(',') },
      peers: { type: 'string', default: peerIds.join(',') },
      minutes: { type: 'string', default: '30' },
      out: { type: 'string', default: defaultFile },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const only = parts.find((part) => part === values.only);
  if (values.only !== undefined && only === undefined) throw new Error(`No part “${values.only}”`);
  const wanted = values.peers.split(',').filter((id) => id !== 'none');
  const unknown = wanted.filter((id) => !peerIds.includes(id));
  if (unknown.length > 0) throw new Error(`No peer “${unknown.join(', ')}”`);
  const measured = await runBench(process.cwd(), {
    parts: only === undefined ? parts : [only],
    sizes: values.sizes.split(',').map(readCount),
    peers: wanted,
    clock: startClock(readCount(values.minutes)),
  });
  const known = benchSchema.parse(JSON.parse(await readFile(values.out, 'utf8').catch(() => '{}')));
  const all = benchSchema.parse({ ...known, ...measured });
  await writeFile(values.out, `${JSON.stringify(all, null, 2)}\n`);
  console.log(report(measured));
  console.error(`written to ${values.out}`);
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`“${text}” is no whole number above 0`);
  return count;
}
