import type { DesignEntry } from '../content.ts';
import type { DesignData } from '../schemas/design.ts';
import { designHref } from './reading.ts';

type Section = DesignData['sections'][number];

/**
 * Where a reader of each section lands in another format: the section there that shares its main
 * topic, else any of its topics. Seen from `start`, the format's first page: `#anchor`, or
 * `file/#anchor` in a format of several files; `#` for a section without a counterpart.
 */
export function landings(
  from: readonly Section[],
  pages: readonly DesignEntry[],
  start: string,
): string[] {
  const targets = pages.flatMap((page) =>
    page.data.design.sections.map((section) => ({
      topics: section.topics,
      place: `${designHref(page).slice(start.length)}#${section.slug}`,
    })),
  );
  return from.map(({ topics: [main, ...others] }) => {
    const target =
      targets.find((candidate) => candidate.topics[0] === main) ??
      targets.find((candidate) => main !== undefined && candidate.topics.includes(main)) ??
      targets.find((candidate) => others.some((topic) => candidate.topics.includes(topic)));
    return target?.place ?? '#';
  });
}
