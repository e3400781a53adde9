import { readFile, stat } from 'node:fs/promises';

/** Largest file that is read, in bytes. */
const largest = 8_000_000;

/** A file that cannot be read as text; its message is one line for the reader. */
export class UnreadableFile extends Error {}

/** Reads a Markdown file, or standard input for `-`; throws `UnreadableFile` with one clear line. */
export async function readInput(path: string): Promise<string> {
  const bytes = path === '-' ? await readStandardInput() : await readBytes(path);
  if (bytes.length > largest) throw tooLarge(path, bytes.length);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(`${path}: not UTF-8 text`);
  }
  if (text.includes('\u0000')) throw new UnreadableFile(`${path}: not text, it holds zero bytes`);
  if (text.trim() === '') throw new UnreadableFile(`${path}: the file is empty`);
  return text.replace(/\r\n?/g, '\n');
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largest) throw tooLarge(path, size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UnreadableFile(`${path}: there is no such file`);
    if (code === 'EISDIR') throw new UnreadableFile(`${path}: a folder, not a file`);
    throw new UnreadableFile(`${path}: cannot be read (${code ?? 'unknown error'})`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > largest) throw tooLarge('-', size);
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string, size: number): UnreadableFile {
  const mega = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return new UnreadableFile(
    `${path}: ${mega(size)} or more is too large; up to ${mega(largest)} are read`,
  );
}
