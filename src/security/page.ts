import { policyOf, readParts } from './policy.ts';

/** The first thing in a page: how its bytes are read. The policy stands behind it, before all it governs. */
const charset = /<meta charset="utf-8"\s*\/?>/i;

/** Puts a page's policy into it. A page without a head that says its encoding is a mistake. */
export function withPolicy(html: string, path: string): string {
  if (!charset.test(html)) throw new Error(`${path} does not begin with its encoding`);
  const meta = `<meta http-equiv="content-security-policy" content="${policyOf(readParts(html))}">`;
  return html.replace(charset, (found) => found + meta);
}
