import { countWords, estimateTokens } from './count.ts';
import type { PromptBlock, Template } from './template.ts';

/** An entry of `prompts/index.json`. */
export interface PromptDescription {
  id: string;
  title: string;
  /** Address of the raw prompt. */
  url: string;
  variables: string[];
  words: number;
  /** Estimated; see `estimateTokens`. */
  tokens: number;
  /** Of the raw prompt's UTF-8 bytes, in hexadecimal. */
  sha256: string;
  /** The parts that are pasted one by one, in order. */
  blocks: { role: PromptBlock['role']; words: number; tokens: number; sha256: string }[];
}

/** Describes a template's prompt for those who fetch it. */
export async function describePrompt({
  contract,
  body,
  blocks,
}: Template): Promise<PromptDescription> {
  return {
    id: contract.id,
    title: contract.title,
    url: `/prompts/${contract.id}.txt`,
    variables: contract.variables.map(({ name }) => name),
    ...(await measure(body)),
    blocks: await Promise.all(
      blocks.map(async ({ role, text }) => ({ role, ...(await measure(text)) })),
    ),
  };
}

async function measure(text: string) {
  return { words: countWords(text), tokens: estimateTokens(text), sha256: await sha256(text) };
}

/** SHA-256 with what Node and browsers share. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
