import type { APIRoute } from 'astro';
import { getDesignPages, getGuidePages, getProblems, getTemplates } from '../../content.ts';
import { recordsOf, type SearchRecord } from '../../search/record.ts';

/**
 * The records of the search index, a file a problem and one for all else. The index is made of
 * them when the pages are built, and they are taken away again (`src/search/integration.ts`).
 */
export async function getStaticPaths() {
  const problems = await getProblems();
  return ['site', ...problems.map(({ slug }) => slug)].map((part) => ({ params: { part } }));
}

export const GET: APIRoute = async ({ params: { part = '' } }) => {
  const records = part === 'site' ? await siteRecords() : await problemRecords(part);
  return new Response(JSON.stringify(records));
};

async function problemRecords(slug: string): Promise<SearchRecord[]> {
  const entry = (await getProblems()).find((candidate) => candidate.slug === slug);
  if (entry === undefined) return [];
  const { problem } = entry;
  const about = { title: problem.title, level: problem.level };
  const templates = await getTemplates();
  const pages = await getDesignPages(slug);
  const designs = pages.flatMap(({ id, body = '', data: { title, description = '', design } }) => {
    const contract = templates.find((one) => one.contract.id === design.format)?.contract;
    const format = contract && { id: contract.id, title: contract.title };
    return recordsOf({
      url: `/${id}/`,
      title,
      description,
      body,
      problem: about,
      ...(format && { format }),
      sections: design.sections,
    });
  });
  const decisions = problem.decisions.map(
    ({ id, question, choice, because, rejected }): SearchRecord => ({
      url: `/designs/${slug}/#decision-${id}`,
      content: [question, choice, because, ...rejected.flatMap((one) => [one.option, one.because])]
        .map(stripTags)
        .join('\n'),
      meta: { title: question, page: problem.title },
      filters: { problem: [problem.title], level: [problem.level], topic: ['trade-offs'] },
    }),
  );
  return [...designs, ...decisions];
}

async function siteRecords(): Promise<SearchRecord[]> {
  const templates = (await getTemplates()).flatMap(({ contract, body }) => {
    const url = `/templates/${contract.id}/#prompt`;
    const content = `${contract.title}\n${contract.summary}\n${contract.choose}\n${body}`;
    const filters = { format: [contract.title] };
    return [{ url, content, meta: { title: contract.title, page: 'Templates' }, filters }];
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
  return [...templates, ...guide];
}

/** Text of HTML that the site itself made from Markdown. */
function stripTags(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
