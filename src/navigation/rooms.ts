/** What there is besides designs, templates and the guide, as home and the foot of every page list it. */
export const rooms: readonly { label: string; href: string; what: string }[] = [
  { label: 'Topics', href: '/topics/', what: 'One subject through all designs' },
  {
    label: 'Components',
    href: '/components/',
    what: 'Where chosen, where rejected, when it flips',
  },
  {
    label: 'Anti-patterns',
    href: '/anti-patterns/',
    what: 'What hurts, and which design cures it',
  },
  {
    label: 'Interview numbers',
    href: '/numbers/',
    what: 'Latencies, sizes, downtime, a converter',
  },
  { label: 'Compare', href: '/compare/', what: 'Two formats or problems side by side' },
  {
    label: 'Check your answer',
    href: '/check/',
    what: 'What it lacks, and which result is wrong',
  },
  { label: 'Revision sheets', href: '/sheets/', what: 'Each problem on one page of paper' },
  { label: 'Downloads', href: '/downloads/', what: 'Obsidian vault, dossiers, the whole site' },
];
