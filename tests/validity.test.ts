import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import config from '../.htmlvalidate.mjs';
import { builtFiles, dist } from './support/site.ts';

const validator = new HtmlValidate(new StaticConfigLoader(config));

const validate = async (name: string, html: string) => {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) => `${name}:${line}:${column}  ${ruleId}  ${message}`,
    ),
  );
};

describe('html-validate', () => {
  it('finds no error on any built page', async () => {
    const pages = await builtFiles('.html');
    expect(pages.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const page of pages) {
      faults.push(...(await validate(page, await readFile(join(dist, page), 'utf8'))));
    }
    expect(faults).toEqual([]);
  });

  it('finds what is wrong on a page that has a fault', async () => {
    const home = await readFile(join(dist, 'index.html'), 'utf8');
    const faulty = home.replace('</main>', '<button><div>x</div></button><img src="x"></main>');
    const found = (await validate('home', faulty)).join('\n');
    expect(found).toContain('element-permitted-content');
    expect(found).toContain('no-implicit-button-type');
    expect(found).toContain('wcag/h37');
  });
});
