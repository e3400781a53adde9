import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { acrossSidebar } from './across/sidebar.ts';
import { getDesignPages, getProblems, getReference, getTemplates } from './content.ts';
import { lastChanged } from './history/lastChanged.ts';
import { addressOf } from './navigation/address.ts';
import { isNowhere } from './navigation/nowhere.ts';
import { editAddress } from './repository.ts';
import { neighbours, problemSidebar, readingOrder, templateSidebar } from './navigation/reading.ts';

/** Gives every page its own sidebar, its neighbours in reading order and its date. */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
  const route = locals.starlightRoute;
  const current = addressOf(url.pathname);
  const templates = await getTemplates();
  route.pagination = { prev: undefined, next: undefined };
  route.sidebar = [];

  const slug = /^\/designs\/([^/]+)\//.exec(current)?.[1];
  const problem = (await getProblems()).find((entry) => entry.slug === slug);
  if (problem !== undefined) {
    const pages = await getDesignPages(problem.slug);
    route.sidebar = problemSidebar(problem, pages, templates, current);
    route.pagination = neighbours(readingOrder(problem, pages, templates), current);
  } else if (current.startsWith('/templates/')) {
    route.sidebar = templateSidebar(templates, current);
  } else {
    route.sidebar = acrossSidebar((await getReference()).components, current);
  }
  route.lastUpdated = lastChanged(sourceOf(route));
  route.hasSidebar = route.sidebar.length > 0;
  if (isNowhere(addressOf(current))) {
    route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical');
  }
});

/** The file of content that a page is made of: its own, or that of the facts it shows. */
function sourceOf({ entry, editUrl }: StarlightRouteData): string {
  const edited = editUrl?.href.split(editAddress(''))[1];
  return edited ?? entry.filePath ?? '';
}
