import type { APIRoute } from 'astro';
import {
  getDesignPages,
  getGuidePages,
  getProblems,
  getReference,
  getTemplates,
  withTexts,
} from '../../content.ts';
import type { Decision, Problem } from '../../schemas/problem.ts';
import type { NamedComponent } from '../../search/componentNames.ts';
import { acrossRecords } from '../../search/acrossRecords.ts';
import { problemFacets, recordsOf, type SearchRecord, topicTitle } from '../../search/record.ts';

/**
 * The records of the search index, a file a problem and one for all else. The index is made of
 * them when the pages are built, and they are taken away again (`src/search/integration.ts`).
 */
export async function getStaticPaths() {
  const problems = await getProblems();
  const parts = ['site', 'synonyms', ...problems.map(({ slug }) => `problem-${slug}`)];
  return parts.map((part) => ({ params: { part } }));
}

export const GET: APIRoute = async ({ params: { part = '' } }) => {
  if (part === 'synonyms') return Response.json((await getReference()).synonyms);
  return Response.json(
    part === 'site' ? await siteRecords() : await problemRecords(part.replace('problem-', '')),
  );
};

const levelTitles = { mid: 'Mid-level', senior: 'Senior', staff: 'Staff' };

async function problemRecords(slug: string): Promise<SearchRecord[]> {
  const entry = (await getProblems()).find((candidate) => candidate.slug === slug);
  if (entry === undefined) return [];
  const { title, level, decisions, hardParts } = entry.problem;
  const about = {
    slug,
    title,
    level: { id: level, title: levelTitles[level] },
    components: await componentsOf(entry.problem),
    keyFigures: entry.quantities.filter(({ id }) => entry.problem.keyFigures.includes(id)),
  };
  const templates = await getTemplates();
  const pages = await withTexts(await getDesignPages(slug));
  const designs = pages.flatMap(({ page: { id, data }, text }) => {
    const contract = templates.find((one) => one.contract.id === data.design.format)?.contract;
    const format = contract && { id: contract.id, title: contract.title };
    return recordsOf({
      url: `/${id}/`,
      title: data.title,
      description: data.description ?? '',
      body: text,
      problem: about,
      ...(format && { format }),
      sections: data.design.sections,
    });
  });
  const topic = [{ id: 'trade-offs', title: topicTitle('trade-offs') }];
  const hard = hardParts.flatMap((part) => [part.title, stripTags(part.why)]).join('\n');
  const inputs = entry.quantities
    .flatMap((one) => (one.kind === 'input' ? [`${one.label}: ${one.text}. ${one.why}`] : []))
    .join('\n');
  return [
    ...designs,
    {
      url: `/designs/${slug}/inputs/`,
      content: `Inputs\n${inputs}`,
      meta: { title: 'Inputs', page: `${title}: assumed figures`, topics: 'Capacity', parts: '' },
      facets: {
        ...problemFacets(about, inputs),
        topic: [{ id: 'capacity', title: topicTitle('capacity') }],
      },
    },
    {
      url: `/designs/${slug}/#hard-parts`,
      content: `Where it is hard\n${hard}`,
      meta: {
        title: 'Where it is hard',
        page: `${title}: overview`,
        topics: 'Deep dive',
        parts: hardParts.map((part) => part.title).join('\n'),
      },
      facets: {
        ...problemFacets(about, hard),
        topic: [{ id: 'deep-dive', title: topicTitle('deep-dive') }],
      },
    },
    ...decisions.map((decision): SearchRecord => {
      const content = decisionText(decision);
      return {
        url: `/designs/${slug}/#decision-${decision.id}`,
        content,
        meta: {
          title: decision.question,
          page: `${title}: decision`,
          topics: 'Trade-offs',
          // What authors call it among themselves says what it is about: `hot-keys`.
          parts: decision.id.replaceAll('-', ' '),
        },
        facets: { ...problemFacets(about, content), topic },
      };
    }),
  ];
}

function decisionText({ question, choice, because, rejected, flips }: Decision): string {
  const rivals = rejected.flatMap((one) => [one.option, one.because]);
  return [question, choice, because, ...rivals, ...flips.map(({ to }) => to)]
    .map(stripTags)
    .join('\n');
}

/** What the decisions of a problem choose or reject. */
async function componentsOf({ decisions }: Problem): Promise<NamedComponent[]> {
  const ids = decisions.flatMap(({ components, rejected }) => [
    ...components,
    ...rejected.flatMap((rival) => rival.components),
  ]);
  const { components } = await getReference();
  return Object.entries(components)
    .filter(([id]) => ids.includes(id))
    .map(([id, { title }]) => ({ id, title }));
}

async function siteRecords(): Promise<SearchRecord[]> {
  const templates = (await getTemplates()).map(({ contract, body }): SearchRecord => {
    const { id, title, summary, choose } = contract;
    return {
      url: `/templates/${id}/#prompt`,
      content: [title, summary, choose, body].join('\n'),
      meta: { title, page: 'Prompt template', topics: '', parts: '' },
      facets: { format: [{ id, title }] },
    };
  });
  const guide = (await getGuidePages()).flatMap(({ id, body = '', data, headings }) =>
    recordsOf({
      url: `/${id}/`,
      title: data.title,
      description: data.description ?? '',
      body,
      sections: headings.map(({ text, slug }) => ({ heading: text, slug, topics: [] })),
    }),
  );
  return [...templates, ...guide, ...acrossRecords(await getReference())];
}

/** Text of HTML that the site itself made from Markdown. */
function stripTags(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
