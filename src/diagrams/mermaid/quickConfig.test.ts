import { describe, expect, it } from 'vitest';
import { copyConfig } from './quickConfig.ts';
import { renderRaw } from './render.ts';

/** Mermaid as render.ts imported it. */
const { default: mermaid } = await import('mermaid');

interface Config {
  themeVariables: Record<string, unknown>;
  flowchart: Record<string, unknown>;
}

// Mermaid copies the configuration of the site in its own way, that of a drawing in ours.
const { getSiteConfig } = mermaid.mermaidAPI as unknown as { getSiteConfig: () => Config };
const { getConfig } = mermaid.mermaidAPI as unknown as { getConfig: () => Config };

describe('the configuration that Mermaid works with', () => {
  it('is found in this version, and copied by us', () => {
    expect(String(getConfig)).toContain('copyConfig');
  });

  it('says the same as Mermaid’s own copy', async () => {
    await renderRaw('flowchart TB\n  a --> b');
    // A drawing may add what it found out for itself.
    mermaid.mermaidAPI.reset();
    expect(getConfig()).toEqual(getSiteConfig());
    expect(Object.keys(getConfig().themeVariables).length).toBeGreaterThan(100);
  });

  it('is nobody else’s', () => {
    const one = getConfig();
    one.flowchart['nodeSpacing'] = -1;
    one.themeVariables['primaryColor'] = 'none';
    expect(getConfig().flowchart['nodeSpacing']).not.toBe(-1);
    expect(getConfig().themeVariables['primaryColor']).not.toBe('none');
  });
});

it('copies lists, and to a depth only', () => {
  const shared = { e: 1 };
  const given = { a: [1, 2], b: { c: { d: shared } } };
  const copy = copyConfig(given, 3) as typeof given;
  expect(copy).toEqual(given);
  expect(copy.a).not.toBe(given.a);
  expect(copy.b.c).not.toBe(given.b.c);
  expect(copy.b.c.d).toBe(shared);
});
