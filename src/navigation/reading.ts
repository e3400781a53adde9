import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { DesignEntry, ProblemEntry } from '../content.ts';
import { pagesOf } from '../content.ts';
import type { Template } from '../prompt/template.ts';
import { sitePath } from './address.ts';

export type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

/** A stop of the reading order. */
export interface Stop {
  label: string;
  href: string;
}

/** Address of a page of a worked design. */
export function designHref(page: DesignEntry): string {
  return `/${page.id}/`;
}

/** The pages of a problem in reading order: overview, then each format, its files in order. */
export function readingOrder(
  problem: ProblemEntry,
  pages: readonly DesignEntry[],
  templates: readonly Template[],
): Stop[] {
  const overview = { label: problem.problem.title, href: `/designs/${problem.slug}/` };
  const designs = templates.flatMap(({ contract }) => {
    const own = pagesOf(pages, contract.id).map((page) => ({
      label: pageLabel(page, contract),
      href: designHref(page),
    }));
    const index = { label: contract.title, href: `/designs/${problem.slug}/${contract.id}/` };
    return contract.files.length > 0 ? [index, ...own] : own;
  });
  return [overview, ...designs, sheetStop(problem)];
}

/** The problem on one page of paper. */
function sheetStop({ slug }: ProblemEntry): Stop {
  return { label: 'Revision sheet', href: `/designs/${slug}/sheet/` };
}

/** What its designs assume. */
function inputsStop({ slug }: ProblemEntry): Stop {
  return { label: 'Inputs', href: `/designs/${slug}/inputs/` };
}

/** The sidebar of a problem: this problem alone, the files of the format that is open. */
export function problemSidebar(
  problem: ProblemEntry,
  pages: readonly DesignEntry[],
  templates: readonly Template[],
  current: string,
): SidebarEntry[] {
  const link = (stop: Stop) => sidebarLink(stop, current);
  const formats = templates.map(({ contract }): SidebarEntry => {
    const own = pagesOf(pages, contract.id);
    if (contract.files.length === 0) {
      return link({ label: contract.title, href: `/designs/${problem.slug}/${contract.id}/` });
    }
    const index = { label: 'Contents', href: `/designs/${problem.slug}/${contract.id}/` };
    const files = own.map((page) =>
      link({ label: pageLabel(page, contract), href: designHref(page) }),
    );
    return {
      type: 'group',
      label: contract.title,
      entries: [link(index), ...files],
      collapsed: !current.startsWith(index.href),
      badge: undefined,
    };
  });
  const overview = link({ label: 'Overview', href: `/designs/${problem.slug}/` });
  return [
    {
      type: 'group',
      label: problem.problem.title,
      entries: [overview, ...formats, link(inputsStop(problem)), link(sheetStop(problem))],
      collapsed: false,
      badge: undefined,
    },
  ];
}

/** The sidebar of the templates. */
export function templateSidebar(templates: readonly Template[], current: string): SidebarEntry[] {
  const link = (label: string, href: string) => sidebarLink({ label, href }, current);
  return [
    {
      type: 'group',
      label: 'Templates',
      entries: [
        link('The five compared', '/templates/'),
        ...templates.map(({ contract: { id, title } }) => link(title, `/templates/${id}/`)),
      ],
      collapsed: false,
      badge: undefined,
    },
  ];
}

/** A link of a sidebar, marked where it leads to the page that is open. */
export function sidebarLink({ label, href }: Stop, current: string): SidebarLink {
  return {
    type: 'link',
    label,
    href: sitePath(href),
    isCurrent: href === current,
    badge: undefined,
    attrs: {},
  };
}

/** Previous and next in a reading order, as Starlight's pagination wants them. */
export function neighbours(stops: readonly Stop[], current: string) {
  const index = stops.findIndex(({ href }) => href === current);
  const link = (stop: Stop | undefined): SidebarLink | undefined =>
    stop && sidebarLink(stop, current);
  return {
    prev: index > 0 ? link(stops[index - 1]) : undefined,
    next: index === -1 ? undefined : link(stops[index + 1]),
  };
}

/** How a page is called beside its siblings. */
function pageLabel(page: DesignEntry, { title, files }: Template['contract']): string {
  const { file } = page.data.design;
  return file === undefined ? title : (files.find(({ name }) => name === file)?.title ?? file);
}
