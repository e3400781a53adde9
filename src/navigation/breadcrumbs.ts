import { getProblems, getTemplates } from '../content.ts';
import type { Stop } from './reading.ts';

/** The pages above the one at an address, outermost first; none for pages at the top. */
export async function breadcrumbs(address: string): Promise<Stop[]> {
  const [room, first, second, third] = address.split('/').filter(Boolean);
  if (room === 'templates' && first !== undefined) {
    return [{ label: 'Templates', href: '/templates/' }];
  }
  if (room === 'topics' && first !== undefined) return [{ label: 'Topics', href: '/topics/' }];
  if (room === 'components' && first !== undefined) {
    return [{ label: 'Components', href: '/components/' }];
  }
  if (room === 'guide' && first !== undefined) return [{ label: 'Guide', href: '/guide/' }];
  if (room !== 'designs' || first === undefined) return [];

  const problem = (await getProblems()).find(({ slug }) => slug === first);
  const trail = [{ label: 'Designs', href: '/designs/' }];
  if (problem === undefined || second === undefined) return trail;
  trail.push({ label: problem.problem.title, href: `/designs/${first}/` });
  const format = (await getTemplates()).find(({ contract }) => contract.id === second)?.contract;
  if (format !== undefined && third !== undefined) {
    trail.push({ label: format.title, href: `/designs/${first}/${second}/` });
  }
  return trail;
}
