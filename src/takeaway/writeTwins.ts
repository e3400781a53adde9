import { pageTwin } from './html/pageTwin.ts';
import { type BuiltSite, takeRecords } from './builtSite.ts';
import { designTwin } from './designTwin.ts';
import { downloadsAddress } from './downloads.ts';
import type { Place } from './place.ts';
import type { ProblemFacts } from './record.ts';
import { type Twin, twinAddress, twinFile, twinUnder } from './twin.ts';
import type { TwinStore } from './twinStore.ts';

/** Writes the twin of every page, and keeps them all by address; tells what is known of the problems. */
export async function writeTwins(
  site: BuiltSite,
  twins: TwinStore,
  place: Place,
): Promise<ProblemFacts[]> {
  const problems: ProblemFacts[] = [];
  const put = async (twin: Twin) => {
    await twins.put(twin);
    if (twin.address !== downloadsAddress) await writeTwin(site, twin, place);
  };
  for await (const { designs, ...problem } of takeRecords(site)) {
    for (const design of designs) await put(designTwin(design));
    problems.push({ ...problem, designs: designs.map(({ body: _, ...facts }) => facts) });
  }
  for (const path of await site.list()) {
    const address = `/${path.replace(/index\.html$/, '')}`;
    if (!/(?:^|\/)index\.html$/.test(path) || twins.get(address) !== undefined) continue;
    const twin = pageTwin(String(await site.read(path)), address, place.base);
    if (twin !== undefined) await put(twin);
  }
  return problems;
}

/** Writes a twin beside its page. */
export function writeTwin(site: BuiltSite, twin: Twin, { root, base }: Place): Promise<void> {
  return site.write(twinAddress(twin.address).slice(1), twinFile(twinUnder(base, twin), root));
}
