import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { LeftOut, Peer } from '../../src/schemas/bench.ts';
import { launch } from '../../tests/support/browser.ts';
import { serveCompressed } from '../../tests/support/compressedSite.ts';
import { builtFiles } from '../../tests/support/site.ts';
import { firstSearch, type SearchSteps } from '../browser/firstSearch.ts';
import { tryOffline } from '../browser/offline.ts';
import { loadPage, middle } from '../browser/pageLoad.ts';
import { type Clock, say } from '../clock.ts';
import { packageVersion } from '../machine.ts';
import { run } from '../process.ts';
import { temporaryFolder } from '../workspace.ts';
import { type PeerInput, writeInput } from './input.ts';
import { type PeerKind, systemVersion } from './peers.ts';

const starters = fileURLToPath(new URL('./starters/', import.meta.url));

/** The page that is loaded, and one that is visited for the first time without a network. */
const shown = '/designs/url-shortener/spoken/';
const unvisited = '/designs/chat/story/';

/** Times that a page is loaded; the middle one counts. */
const loads = 3;

/** A site that has been built and can be looked at. */
interface BuiltPeer extends Pick<Peer, 'id' | 'name' | 'version' | 'note' | 'seconds'> {
  folder: string;
  search: SearchSteps | null;
  takeAlong?: (page: Page) => Promise<void>;
}

/** Builds each peer in a folder of its own and measures it; what does not work is named. */
export async function measurePeers(
  project: string,
  kinds: readonly PeerKind[],
  { input, clock }: { input: PeerInput; clock: Clock },
): Promise<{ peers: Peer[]; leftOut: LeftOut[] }> {
  const peers: Peer[] = [];
  const leftOut: LeftOut[] = [];
  for (const kind of kinds) {
    const folder = await temporaryFolder(project, kind.id);
    try {
      peers.push(await measureKind(kind, { folder, input, clock }));
    } catch (error) {
      const why = (error instanceof Error ? error.message : String(error)).replaceAll(project, '.');
      leftOut.push({ what: kind.name, why: why.slice(0, 600) });
      say(`left out: ${kind.name}: ${why}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { peers, leftOut };
}

async function measureKind(
  kind: PeerKind,
  { folder, input, clock }: { folder: string; input: PeerInput; clock: Clock },
): Promise<Peer> {
  if (clock.left() < 60) throw new Error('no time was left');
  const options = { cwd: folder, patience: Math.max(60, clock.left()) };
  await cp(join(starters, kind.id), folder, { recursive: true });
  const version = await install(kind, options);
  await writeInput(input, {
    content: join(folder, kind.content),
    files: join(folder, kind.files),
    branches: kind.branches ?? false,
  });
  say(`${kind.name} ${version}: building`);
  const [command, ...args] = kind.build;
  const { seconds } = await run(command, args, options);
  const { id, name, note, search } = kind;
  return measureBuilt({
    id,
    name,
    version,
    note,
    search,
    seconds,
    folder: join(folder, kind.output),
  });
}

async function install(
  { name, from, ...rest }: PeerKind,
  options: { cwd: string; patience: number },
): Promise<string> {
  if ('command' in from) {
    const version = systemVersion({ name, from, ...rest });
    if (version !== undefined) return version;
    throw new Error(`not installed: apt-get install ${from.debian}`);
  }
  say(`${name}: installing`);
  await run('npm', ['install', '--no-audit', '--no-fund'], options);
  return packageVersion(from.package, options.cwd);
}

/** Looks at a built site in a browser, as a visitor with a slow phone would. */
export async function measureBuilt(built: BuiltPeer): Promise<Peer> {
  const { id, name, version, note, seconds, folder, search } = built;
  const site = await serveCompressed(folder);
  let browser: Browser | undefined;
  try {
    browser = await launch();
    say(`${name} ${version}: built in ${seconds.toFixed(1)} s, loading`);
    const address = site.origin + shown;
    const found = [];
    while (found.length < loads) found.push(await loadPage(browser, address));
    const offline = { origin: site.origin, visited: shown, unvisited, search };
    return {
      id,
      name,
      version,
      note,
      pages: (await builtFiles('.html', folder)).length,
      seconds: Number(seconds.toFixed(1)),
      ...middle(found),
      search: search && (await firstSearch(browser, { site, path: shown }, 'idempotency', search)),
      offline: await tryOffline(browser, { ...offline, takeAlong: built.takeAlong }),
    };
  } finally {
    await browser?.close();
    await site.close();
  }
}
