import { type ArchiveEntry, textEntry } from '../archive.ts';
import type { ProblemFacts } from '../record.ts';
import { twinText, withProperties } from '../twin.ts';
import type { TwinStore } from '../twinStore.ts';
import { type VaultPaths, wikiLink, withWikiLinks } from './links.ts';
import { type Note, noteName, vaultFolder, vaultNotes } from './notes.ts';

/** A whiteboard of the site. */
export interface Board {
  /** `/designs/chat/keys.excalidraw` */
  address: string;
  read: ArchiveEntry['read'];
}

interface VaultContent {
  problems: readonly ProblemFacts[];
  twins: TwinStore;
  boards: readonly Board[];
  /** Origin of the site, for links that leave the vault. */
  site: string;
}

/** Files of the Obsidian vault: notes, whiteboards and a note that leads to all. */
export function vaultEntries({ problems, twins, boards, site }: VaultContent): ArchiveEntry[] {
  const notes = vaultNotes(problems, twins);
  const drawings = boards.flatMap(({ address, read }) => {
    const [, , slug = '', name = ''] = address.split('/');
    const problem = problems.find((one) => one.slug === slug);
    return problem === undefined
      ? []
      : [{ address, path: `${vaultFolder}/${noteName(problem.title)}/${name}`, read }];
  });
  const paths = new Map([
    ...notes.map(({ path, twin }) => [twin.address, path] as const),
    ...drawings.map(({ address, path }) => [address, path] as const),
  ]);
  return [
    textEntry(`${vaultFolder}/${vaultFolder}.md`, indexNote(notes, problems)),
    ...notes.map((note) => textEntry(note.path, () => noteText(note, { twins, paths, site }))),
    ...drawings,
  ];
}

interface Surroundings extends Pick<VaultContent, 'twins' | 'site'> {
  paths: VaultPaths;
}

async function noteText(
  { twin, properties }: Note,
  { twins, paths, site }: Surroundings,
): Promise<string> {
  const { title, description, address, body } = await twins.read(twin.address);
  const text = twinText({ title, description, body: withWikiLinks(body, paths, site) });
  const own = {
    title,
    ...(description && { description }),
    ...properties,
    source: site + address,
  };
  return withProperties(own, text);
}

/** The note that leads to all others. */
function indexNote(notes: readonly Note[], problems: readonly ProblemFacts[]): string {
  const link = ({ path, twin }: Note) => wikiLink(path, twin.title);
  const within = (slug: string) =>
    notes.filter(({ twin }) => twin.address.startsWith(`/designs/${slug}/`));
  const sections = problems.map(({ slug, title }) => {
    const lines = within(slug).map(
      (note) => `${note.twin.address.split('/').length > 5 ? '  ' : ''}- ${link(note)}`,
    );
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  const templates = notes
    .filter(({ twin }) => twin.address.startsWith('/templates/'))
    .map((note) => `- ${link(note)}`);
  const text = [
    `# ${vaultFolder}`,
    'System designs, each worked out in five formats from one set of facts. The whiteboards open with the Excalidraw plug-in; all diagrams in the text are Mermaid, which Obsidian draws itself.',
    'Every note is tagged by problem, format, level and topic: `#format/spoken`, `#topic/caching`.',
    ...sections,
    `## Templates\n\n${templates.join('\n')}`,
  ].join('\n\n');
  return withProperties({ title: vaultFolder, tags: ['worked-design', 'index'] }, `${text}\n`);
}
