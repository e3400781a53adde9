import type { APIRoute } from 'astro';
import {
  getDesignPages,
  getProblems,
  getTemplates,
  type ProblemEntry,
  withTexts,
} from '../../content.ts';
import { designHref } from '../../navigation/reading.ts';
import type { DesignRecord, ProblemRecord } from '../../takeaway/record.ts';

/**
 * What twins, vault and archives are made of when the pages are built; they are taken away again
 * (`src/takeaway/integration.ts`).
 */
export async function getStaticPaths() {
  const problems = await getProblems();
  return problems.map((entry) => ({ params: { problem: entry.slug }, props: { entry } }));
}

export const GET: APIRoute<{ entry: ProblemEntry }> = async ({ props: { entry } }) => {
  const { title, level, tags } = entry.problem;
  const designs = await designRecords(entry.slug);
  const record: ProblemRecord = { slug: entry.slug, title, level, tags, designs };
  return new Response(JSON.stringify(record));
};

async function designRecords(slug: string): Promise<DesignRecord[]> {
  const templates = await getTemplates();
  return (await withTexts(await getDesignPages(slug))).map(({ page, text }) => {
    const { title, description = '', design } = page.data;
    const { format, file, words, minutes, sections } = design;
    const contract = templates.find((one) => one.contract.id === format)?.contract;
    return {
      address: designHref(page),
      title,
      description,
      format,
      formatTitle: contract?.title ?? format,
      ...(file !== undefined && { file }),
      words,
      minutes,
      topics: [...new Set(sections.flatMap(({ topics }) => topics))],
      body: text,
    };
  });
}
