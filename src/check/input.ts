import { unzipSync } from 'fflate';
import type { AnswerFile } from '../contract/answerLines.ts';
import { largestInput, tooLarge } from './limits.ts';

/** What was read: texts, or one line that says why there are none. */
export type ReadInput =
  { files: AnswerFile[]; fault?: undefined } | { files?: undefined; fault: string };

/** Reads a file's bytes: UTF-8 text, or a zip archive with the texts of an answer. Never throws. */
export function readBytes(path: string, bytes: Uint8Array): ReadInput {
  if (bytes.length > largestInput) return { fault: tooLarge(path, bytes.length) };
  return isArchive(bytes) ? readArchive(path, bytes) : readText(path, bytes);
}

function readText(path: string, bytes: Uint8Array): ReadInput {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: `${path}: not UTF-8 text` };
  }
  if (text.includes('\u0000')) return { fault: `${path}: not text, it holds zero bytes` };
  if (text.trim() === '') return { fault: `${path}: the file is empty` };
  return { files: [{ path, text: text.replace(/\r\n?/g, '\n') }] };
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The Markdown and text files of an archive, by their names without folders, in order of name. */
function readArchive(path: string, bytes: Uint8Array): ReadInput {
  let sum = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isText = /\.(?:md|markdown|txt)$/i.test(name) && !/(?:^|\/)[._]/.test(name);
        if (isText) sum += originalSize;
        return isText && sum <= largestInput;
      },
    });
  } catch {
    return { fault: `${path}: not a zip archive that can be read` };
  }
  if (sum > largestInput) return { fault: tooLarge(path, sum) };
  const files: AnswerFile[] = [];
  for (const name of Object.keys(entries).sort()) {
    const base = name.slice(name.lastIndexOf('/') + 1);
    const read = readText(`${path}/${base}`, entries[name] ?? new Uint8Array());
    if (read.fault !== undefined) return read;
    files.push(...read.files);
  }
  return files.length > 0 ? { files } : { fault: `${path}: no .md or .txt file is in it` };
}
