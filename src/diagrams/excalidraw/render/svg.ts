import { escapeAttribute } from '../../../markup.ts';
/** Attributes in the order given; `undefined` leaves one out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One SVG element; `content` is markup, already escaped. */
export function svgTag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? number(value) : escapeAttribute(String(value))}"`,
    )
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A coordinate with one decimal at most. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}
