import { readFile, stat } from 'node:fs/promises';
import { readBytes } from '../src/check/input.ts';
import { largestInput, tooLarge } from '../src/check/limits.ts';
import type { AnswerFile } from '../src/contract/answerLines.ts';

/** A file that cannot be read as text; its message is one line for the reader. */
export class UnreadableFile extends Error {}

/**
 * Reads a Markdown file, the texts of a zip archive, or standard input for `-`; throws
 * `UnreadableFile` with one clear line.
 */
export async function readInput(path: string): Promise<AnswerFile[]> {
  const bytes = path === '-' ? await readStandardInput() : await readFromDisk(path);
  const { files, fault } = readBytes(path, bytes);
  if (fault !== undefined) throw new UnreadableFile(fault);
  return files;
}

async function readFromDisk(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largestInput) throw new UnreadableFile(tooLarge(path, size));
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
    if (size > largestInput) throw new UnreadableFile(tooLarge('-', size));
  }
  return Buffer.concat(chunks);
}
