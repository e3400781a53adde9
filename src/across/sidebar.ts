import { type SidebarEntry, sidebarLink } from '../navigation/reading.ts';
import type { Components } from '../schemas/component.ts';
import { topicIds } from '../schemas/topic.ts';
import { topicHref, topicNames } from './topics.ts';

/** The pages that look across all problems. */
export const acrossPages = [
  { label: 'Topics', href: '/topics/' },
  { label: 'Components', href: '/components/' },
  { label: 'Anti-patterns', href: '/anti-patterns/' },
  { label: 'Interview numbers', href: '/numbers/' },
  { label: 'Revision sheets', href: '/sheets/' },
] as const;

/** The sidebar of those pages, with the topics or components where one is among them; else none. */
export function acrossSidebar(components: Components, current: string): SidebarEntry[] {
  if (!acrossPages.some(({ href }) => current.startsWith(href))) return [];
  const group = (label: string, stops: readonly { label: string; href: string }[]) => ({
    type: 'group' as const,
    label,
    entries: stops.map((stop) => sidebarLink(stop, current)),
    collapsed: false,
    badge: undefined,
  });
  const compare = { label: 'Compare', href: '/compare/' };
  const sidebar = [group('Across the designs', [...acrossPages, compare])];
  if (current.startsWith('/topics/')) {
    const stops = topicIds.map((id) => ({ label: topicNames[id].title, href: topicHref(id) }));
    sidebar.push(group('Topics', stops));
  }
  if (current.startsWith('/components/')) {
    const stops = Object.entries(components).map(([id, { title }]) => ({
      label: title,
      href: `/components/${id}/`,
    }));
    sidebar.push(group('Components', stops));
  }
  return sidebar;
}
