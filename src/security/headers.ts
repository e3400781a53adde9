import { withBase } from '../navigation/base.ts';

/** What a host says with every file. Of the policy, only what a page cannot say of itself. */
const everywhere = {
  'Content-Security-Policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** Files whose names, or those of their folders, change with what is in them. */
const lasting = [
  '/_astro/*',
  '/pagefind/fragment/*',
  '/pagefind/index/*',
  '/pagefind/directory/*',
  '/pagefind/shelves/*',
];

/** The file `_headers`, as Netlify and Cloudflare Pages read it, for a site under a base. */
export function headersFile(base: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [
      withBase(base, path),
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n');
  const blocks = [
    block('/*', everywhere),
    ...lasting.map((path) =>
      block(path, { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
