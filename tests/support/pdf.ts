import { inflateSync } from 'node:zlib';

/** Text of every page of a PDF that Chromium made, in the order in which it is painted, without spaces. */
export function pageTexts(pdf: Buffer): string[] {
  const objects = readObjects(pdf.toString('latin1'));
  const lookUp = (id: string | undefined) => objects.get(id ?? '') ?? '';
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
          const map = /\/ToUnicode (\d+) 0 R/.exec(lookUp(id))?.[1];
          return [name, readMap(inflate(lookUp(map)))] as const;
        }),
      );
      const content = /\/Contents (\d+) 0 R/.exec(page)?.[1];
      return readText(inflate(lookUp(content)), fonts);
    });
}

function readObjects(text: string): Map<string, string> {
  const objects = text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g);
  return new Map([...objects].map(([, id = '', object = '']) => [id, object]));
}

function inflate(object: string): string {
  const [, stream] = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(object) ?? [];
  return stream === undefined ? '' : inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

/** How many hexadecimal digits a glyph has in a font, and which text it stands for. */
interface Glyphs {
  digits: number;
  texts: ReadonlyMap<number, string>;
}

function readMap(map: string): Glyphs {
  const digits = /begincodespacerange\s*<([\da-f]+)>/i.exec(map)?.[1]?.length ?? 4;
  const glyphs = new Map<number, string>();
  const hex = (digits = '') => Number.parseInt(digits, 16);
  const say = (digits = '') => Buffer.from(digits, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, text] of block.matchAll(/<([\da-f]+)> <([\da-f]+)>/gi)) {
      glyphs.set(hex(glyph), say(text));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, text] of block.matchAll(/<([\da-f]+)> <([\da-f]+)> <([\da-f]+)>/gi)) {
      for (let glyph = hex(from); glyph <= hex(to); glyph += 1) {
        glyphs.set(glyph, String.fromCharCode(hex(text) + glyph - hex(from)));
      }
    }
  }
  return { digits, texts: glyphs };
}

function readText(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs | undefined;
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-f]+)> Tj/gi)) {
    if (font !== undefined) glyphs = fonts.get(font);
    const { digits = 4, texts } = glyphs ?? {};
    for (const [glyph] of (shown ?? '').matchAll(new RegExp(`.{${digits}}`, 'g'))) {
      text += texts?.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return text.replace(/\s+/g, '');
}
