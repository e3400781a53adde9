/** The classic preset with nothing but documents. */
module.exports = {
  title: 'Worked Designs',
  url: 'https://worked-designs.github.io',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  onDuplicateRoutes: 'ignore',
  markdown: {
    format: 'md',
    hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' },
  },
  presets: [['classic', { docs: { path: 'content', routeBasePath: '/' }, blog: false }]],
};
