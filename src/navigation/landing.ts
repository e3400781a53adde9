import type { DesignEntry } from '../content.ts';
import type { DesignData } from '../schemas/design.ts';
import { designHref } from './reading.ts';

type Section = DesignData['sections'][number];

/**
 * Where a reader of a section lands in another format: the section there that shares its main
 * topic, else any of its topics. By the section's anchor; sections without a counterpart are left out.
 */
export function landings(
  from: readonly Section[],
  pages: readonly DesignEntry[],
): Record<string, string> {
  const targets = pages.flatMap((page) =>
    page.data.design.sections.map((section) => ({
      topics: section.topics,
      href: `${designHref(page)}#${section.slug}`,
    })),
  );
  const entries = from.flatMap(({ slug, topics }) => {
    const [main, ...others] = topics;
    const target =
      targets.find((candidate) => candidate.topics[0] === main) ??
      targets.find((candidate) => main !== undefined && candidate.topics.includes(main)) ??
      targets.find((candidate) => others.some((topic) => candidate.topics.includes(topic)));
    return target === undefined ? [] : [[slug, target.href] as const];
  });
  return Object.fromEntries(entries);
}
