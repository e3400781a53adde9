import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from './input.ts';

const bytes = strToU8;

describe('readBytes', () => {
  it('reads text, whatever its line ends', () => {
    expect(readBytes('a.md', bytes('a\r\nb\rc'))).toEqual({
      files: [{ path: 'a.md', text: 'a\nb\nc' }],
    });
  });

  it('reads the texts of an archive by their names, and nothing else', () => {
    const archive = zipSync({
      'dossier/02-b.md': bytes('two'),
      'dossier/01-a.md': bytes('one'),
      'dossier/photo.png': Uint8Array.of(1, 0, 255),
      '__MACOSX/._01-a.md': bytes('junk'),
      'dossier/.hidden.md': bytes('junk'),
    });
    expect(readBytes('d.zip', archive)).toEqual({
      files: [
        { path: 'd.zip/01-a.md', text: 'one' },
        { path: 'd.zip/02-b.md', text: 'two' },
      ],
    });
  });

  it.each([
    ['an empty file', bytes(' \n'), 'a: the file is empty'],
    ['Latin letters', Uint8Array.of(0x41, 0xe9, 0x41), 'a: not UTF-8 text'],
    ['zero bytes', bytes('a\u0000b'), 'a: not text, it holds zero bytes'],
    ['50 MB', new Uint8Array(50e6), 'a: 50 MB or more is too large; up to 8 MB are read'],
    ['a broken archive', bytes('PK\u0003\u0004nonsense'), 'a: not a zip archive that can be read'],
    [
      'an archive without text',
      zipSync({ 'a.png': bytes('x') }),
      'a: no .md or .txt file is in it',
    ],
    [
      'an archive that unpacks to 20 MB',
      zipSync({ 'a.md': new Uint8Array(20e6).fill(65) }),
      'a: 20 MB or more is too large; up to 8 MB are read',
    ],
    ['an empty file in an archive', zipSync({ 'b.md': bytes('') }), 'a/b.md: the file is empty'],
  ])('says in a line what is wrong with %s', (_name, given, fault) => {
    expect(readBytes('a', given)).toEqual({ fault });
  });

  it('never throws', () => {
    for (let length = 4; length < 400; length += 3) {
      const junk = Uint8Array.from({ length }, (_, index) => (index * 131 + length) % 256);
      junk.set([0x50, 0x4b, 3, 4]);
      expect(readBytes('a', junk).fault).toContain('a: ');
    }
  });
});
