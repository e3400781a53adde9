import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Axe as it comes: half a megabyte of script. */
export const axeSource = await readFile(path, 'utf8');

/**
 * The same in half the time. Axe is translated for old browsers, with a WeakMap a private field, and
 * reads each colour anew wherever it meets it: a page has a thousand elements and a dozen colours.
 * Here a field is a property, and a colour is read once; all else is axe’s own.
 */
export const quickAxeSource = `((WeakMap, WeakSet) => {${axeSource}})(${asProperties('WeakMap')}, ${asProperties('WeakSet')});
(${rememberColours})();`;

/** A class that keeps what is known of an object at the object; of a node of the page, elsewhere. */
function asProperties(name: 'WeakMap' | 'WeakSet'): string {
  return `class extends ${name} {
    #key = Symbol();
    has(object) { return object instanceof Node ? super.has(object) : this.#key in object; }
    get(object) { return object instanceof Node ? super.get(object) : object[this.#key]; }
    set(object, value) {
      if (object instanceof Node) super.set(object, value);
      else object[this.#key] = value;
      return this;
    }
    add(object) {
      if (object instanceof Node) super.add(object);
      else object[this.#key] = true;
      return this;
    }
  }`;
}

/** The part of axe’s colours that is needed here. */
interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString: (text: string) => Colour;
}

/** Runs in the page, behind axe. */
function rememberColours(): void {
  const { axe } = window as unknown as {
    axe: { commons: { color: { Color: { prototype: Colour } } } };
  };
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function (this: Colour, text) {
    const colour = known.get(text);
    if (colour !== undefined) return Object.assign(this, colour);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}
