/** Elements that say nothing on paper: scripts, drawings, controls and ways to other pages. */
export const silentNames: readonly string[] = [
  'script',
  'style',
  'link',
  'template',
  'noscript',
  'svg',
  'button',
  'nav',
  'dialog',
  'textarea',
  'select',
  'copy-page',
  'copy-prompt',
  'offline-panel',
];

/** Classes of elements that say nothing on paper. */
export const silentClasses: readonly string[] = ['sl-anchor-link', 'fill'];

/** What of a page is left out of its twin, as a selector for the page in a browser. */
export const silentSelector = [
  ...silentNames,
  ...silentClasses.map((name) => `.${name}`),
  '[hidden]',
  // Where the page of comparisons puts what it fetches.
  '[data-topics]',
  '[aria-hidden=true]',
  '[role=status]',
  '.sr-only:not(caption)',
].join(',');
