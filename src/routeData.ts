import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { getDesignPages, getProblems, getTemplates } from './content.ts';
import { lastChanged } from './history/lastChanged.ts';
import { neighbours, problemSidebar, readingOrder, templateSidebar } from './navigation/reading.ts';

/** Gives every page its own sidebar, its neighbours in reading order and its date. */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
  const route = locals.starlightRoute;
  const current = url.pathname;
  const templates = await getTemplates();
  route.pagination = { prev: undefined, next: undefined };
  route.sidebar = [];

  const slug = /^\/designs\/([^/]+)\//.exec(current)?.[1];
  const problem = (await getProblems()).find((entry) => entry.slug === slug);
  if (problem !== undefined) {
    const pages = await getDesignPages(problem.slug);
    route.sidebar = problemSidebar(problem, pages, templates, current);
    route.pagination = neighbours(readingOrder(problem, pages, templates), current);
    route.lastUpdated = route.entry.filePath ? lastChanged(route.entry.filePath) : undefined;
  } else if (current.startsWith('/templates/')) {
    route.sidebar = templateSidebar(templates, current);
  }
  route.hasSidebar = route.sidebar.length > 0;
  // The page for addresses that lead nowhere has no address of its own.
  if (current === '/404/') {
    route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical');
  }
});
