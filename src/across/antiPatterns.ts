import type { DesignEntry } from '../content.ts';
import type { AntiPattern } from '../schemas/antiPattern.ts';

/** The section that shows the cure. The library has checked that it exists. */
export function cureOf(
  { id, cure }: AntiPattern,
  pages: readonly DesignEntry[],
): { href: string; heading: string } {
  for (const page of pages) {
    const { format, sections } = page.data.design;
    const section = format === cure.format && sections.find((one) => one.id === cure.section);
    if (section) return { href: `/${page.id}/#${section.slug}`, heading: section.heading };
  }
  throw new Error(`the cure of “${id}” has no page`);
}
