import { type Twin, twinAddress, type TwinFacts, twinText } from './twin.ts';

/** What the files for language models are made of. */
interface LlmsContent {
  /** All pages, home first. */
  twins: readonly TwinFacts[];
  /** Reads the whole twin of an address. */
  read: (address: string) => Promise<Twin>;
  /** Origin of the site. */
  site: string;
}

const title = 'Worked Designs';
const summary =
  'System design problems, each worked out in five formats from one set of facts, with every number computed and checked.';

/** `llms.txt`: what there is and where, as https://llmstxt.org asks for it. */
export function llmsIndex({ twins, site }: Omit<LlmsContent, 'read'>): string {
  const line = ({ address, title: name, description }: TwinFacts) =>
    `- [${name}](${site}${twinAddress(address)})${description && `: ${description}`}`;
  const under = (start: string) =>
    twins.filter(({ address }) => address.startsWith(start)).map(line);
  const overviews = twins.filter(isOverview);
  const rest = twins.filter(
    ({ address }) =>
      !/^\/designs\/./.test(address) && !address.startsWith('/templates/') && address !== '/',
  );
  return [
    `# ${title}`,
    `> ${summary}`,
    `Every page exists as Markdown at its address followed by \`index.md\`. All of them in one file: ${site}/llms-full.txt. Overviews and spoken answers alone: ${site}/llms-small.txt.`,
    ...overviews.map((overview) => {
      const designs = under(overview.address).filter((one) => one !== line(overview));
      return `## ${overview.title}\n\n${[line(overview), ...designs].join('\n')}`;
    }),
    `## Templates\n\n${under('/templates/').join('\n')}`,
    `## Optional\n\n${rest.map(line).join('\n')}`,
    '',
  ].join('\n\n');
}

/** `llms-full.txt`: the text of every page, piece by piece. */
export function llmsFull(content: LlmsContent): AsyncIterable<string> {
  return together(content);
}

/** `llms-small.txt`: each problem's overview and its spoken answer, piece by piece. */
export function llmsSmall({ twins, ...content }: LlmsContent): AsyncIterable<string> {
  const kept = twins.filter(
    (twin) => isOverview(twin) || /^\/designs\/[^/]+\/spoken\/$/.test(twin.address),
  );
  return together({ twins: kept, ...content });
}

function isOverview({ address }: TwinFacts): boolean {
  return /^\/designs\/[^/]+\/$/.test(address);
}

async function* together({ twins, read, site }: LlmsContent): AsyncGenerator<string> {
  yield `# ${title}\n\n> ${summary}\n`;
  for (const { address } of twins) {
    yield `\n---\n\nSource: ${site}${address}\n\n${twinText(await read(address))}`;
  }
}
