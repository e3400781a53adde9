import type { Contract, Section } from '../schemas/contract.ts';
import type { SourceLine } from './answerLines.ts';

/** A file of a format of several files. */
type ContractFile = Contract['files'][number];

/**
 * The files of a format of which an answer has nothing: neither a file of that name, nor a line
 * that says its name, nor one of its sections. An answer may be one paste, files or an archive.
 */
export function findMissingFiles(
  { files, sections }: Contract,
  lines: readonly SourceLine[],
  found: Iterable<Section>,
): ContractFile[] {
  const withSections = new Set([...found].map(({ file }) => file));
  const named = new Set(lines.flatMap(({ path, text }) => [path, ...(isName(text) ? [text] : [])]));
  const said = [...named].map(normaliseName);
  return files.filter(({ name }) => {
    const wanted = normaliseName(name);
    const hasSections = sections.some(({ file }) => file === name);
    return hasSections && !withSections.has(name) && !said.some((one) => one.includes(wanted));
  });
}

/** Whether a line may be the name of a file: a heading, a bold line, or a name alone. */
function isName(text: string): boolean {
  return (
    text.length < 160 && /\.md\b/i.test(text) && /^\s*(?:#{1,6}\s|\*\*|`|[\w-]+\.md)/i.test(text)
  );
}

function normaliseName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-md\b/g, '');
}
