import { describe, expect, it } from 'vitest';
import { brokenLinks, readPages } from './support/links.ts';
import { dist } from './support/site.ts';

const pages = await readPages(dist);

describe('the built HTML', () => {
  it('has pages', () => {
    expect(pages.size).toBeGreaterThan(20);
  });

  it('has no broken link or anchor', async () => {
    const place = { origin: 'https://worked-designs.github.io', base: '/' };
    expect(await brokenLinks(dist, pages, place)).toEqual([]);
  });

  it('repeats no id on a page', () => {
    const repeated = [...pages].flatMap(([file, page]) =>
      page.repeated.map((id) => `${file}: ${id}`),
    );
    expect(repeated).toEqual([]);
  });
});
