import type { AstroIntegration } from 'astro';
import { withBase } from '../navigation/base.ts';
import { parseNatively } from '../source/nativeMarkdown.ts';
import { openSite } from './builtSite.ts';
import type { Place } from './place.ts';
import { TwinStore } from './twinStore.ts';
import { writeDownloads } from './writeDownloads.ts';
import { writeTwins } from './writeTwins.ts';

export interface TakeawayOptions {
  /** Adds what must be in the archive of the whole site but depends on everything else in it. */
  beforeSiteArchive?: (folder: URL) => Promise<unknown>;
}

/**
 * Makes all that leaves the site: twins, vault, dossiers, files for language models and the site as
 * one archive. It stands behind every integration that writes pages, so that the archive holds all.
 */
export function takeaway({ beforeSiteArchive }: TakeawayOptions = {}): AstroIntegration {
  let place: Place = { root: '', base: '/' };
  return {
    name: 'takeaway',
    hooks: {
      'astro:config:done': ({ config }) => {
        const { site = '', base } = config;
        place = { root: new URL(withBase(base, '/'), site).href.replace(/\/$/, ''), base };
      },
      'astro:build:done': async ({ dir, logger }) => {
        parseNatively();
        const start = performance.now();
        const site = openSite(dir);
        const twins = await TwinStore.open();
        try {
          const problems = await writeTwins(site, twins, place);
          const made = performance.now();
          const before = process.cpuUsage();
          await writeDownloads(site, { problems, twins, place }, () => beforeSiteArchive?.(dir));
          const { user, system } = process.cpuUsage(before);
          const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
          logger.info(
            `${twins.facts.length} twins in ${seconds(made - start)}, downloads in ${seconds(performance.now() - made)}, of which computed ${seconds((user + system) / 1000)}`,
          );
        } finally {
          await twins.close();
        }
      },
    },
  };
}
