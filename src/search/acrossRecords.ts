import { topicNames } from '../across/topics.ts';
import type { AntiPattern } from '../schemas/antiPattern.ts';
import type { Components } from '../schemas/component.ts';
import type { Area } from '../schemas/framework.ts';
import type { NumberGroup } from '../schemas/numbers.ts';
import { type TopicId, topicIds } from '../schemas/topic.ts';
import { type SearchRecord, topicTitle } from './record.ts';

/** What stands across the problems, as far as one searches in it. */
export interface AcrossSource {
  components: Components;
  areas: readonly Area[];
  antiPatterns: readonly AntiPattern[];
  numbers: {
    quantities: readonly { id: string; label: string; text: string }[];
    groups: readonly NumberGroup[];
  };
}

/** Records of the pages that go across the problems: components, topics, anti-patterns, numbers. */
export function acrossRecords(source: AcrossSource): SearchRecord[] {
  return [
    ...componentRecords(source),
    ...areaRecords(source),
    ...topicRecords(),
    ...antiPatternRecords(source),
    ...numberRecords(source),
  ];
}

/** Where a component was chosen and rejected is said by the decisions, which have records of their own. */
function componentRecords({ components, areas }: AcrossSource): SearchRecord[] {
  return Object.entries(components).map(([id, { title }]) => {
    const fits = areas.flatMap(({ options }) =>
      options.filter((option) => option.components.includes(id)).map((option) => option.fits),
    );
    return record(`/components/${id}/`, {
      title,
      page: 'Component: where it was chosen and rejected',
      kind: 'Component',
      lines: fits,
      facets: { component: [{ id, title }] },
    });
  });
}

function areaRecords({ areas }: AcrossSource): SearchRecord[] {
  return areas.map(({ id, title, rules, options }) =>
    record(`/components/#area-${id}`, {
      title: `How to choose: ${title}`,
      page: 'Components',
      kind: 'Component framework',
      topic: 'trade-offs',
      lines: [
        ...options.flatMap((option) => [option.title, option.fits, option.limit ?? '']),
        ...rules,
      ],
    }),
  );
}

function topicRecords(): SearchRecord[] {
  return topicIds.map((id) =>
    record(`/topics/${id}/`, {
      title: `${topicNames[id].title} in all designs`,
      page: 'Topic',
      kind: topicTitle(id),
      topic: id,
      lines: [topicNames[id].asks],
    }),
  );
}

function antiPatternRecords({ antiPatterns }: AcrossSource): SearchRecord[] {
  return antiPatterns.map(({ id, title, what, hurts, instead }) =>
    record(`/anti-patterns/#${id}`, {
      title,
      page: 'Anti-patterns',
      kind: 'Anti-pattern',
      topic: 'trade-offs',
      lines: [what, hurts, instead],
    }),
  );
}

function numberRecords({ numbers: { quantities, groups } }: AcrossSource): SearchRecord[] {
  const byId = new Map(quantities.map((quantity) => [quantity.id, quantity]));
  return groups.map((group) => {
    const ids =
      group.kind === 'list'
        ? group.quantities
        : group.rows.flatMap((row) => [row.head, ...row.quantities]);
    const lines = ids.flatMap((id) => {
      const quantity = byId.get(id);
      return quantity === undefined ? [] : [`${quantity.label}: ${quantity.text}`];
    });
    return record(`/numbers/#${group.id}`, {
      title: group.title,
      page: 'Interview numbers',
      kind: 'Numbers to know by heart',
      topic: 'capacity',
      lines: [group.note, ...lines],
    });
  });
}

interface Entry {
  title: string;
  page: string;
  /** What sort of entry it is, found as if it stood in the heading. */
  kind: string;
  lines: readonly string[];
  topic?: TopicId;
  facets?: SearchRecord['facets'];
}

function record(url: string, { title, page, kind, lines, topic, facets }: Entry): SearchRecord {
  const content = [title, ...lines].filter((line) => line !== '').join('\n');
  return {
    url,
    content,
    meta: { title, page, topics: kind, parts: '' },
    facets: { ...facets, ...(topic && { topic: [{ id: topic, title: topicTitle(topic) }] }) },
  };
}
