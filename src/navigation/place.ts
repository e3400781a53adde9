/**
 * Where the site will be found: the origin of its host and its folder there, which the environment may
 * say as `SITE_ORIGIN=https://designs.example` and `BASE_PATH=/designs`.
 */
export const place = {
  origin: process.env['SITE_ORIGIN'] || 'https://worked-designs.github.io',
  base: process.env['BASE_PATH'] || '/',
};
