import { defineConfig } from 'html-validate';

/** What every built page is held against, by `tests/validity.test.ts` and by `html-validate dist/`. */
export default defineConfig({
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {
    // HTML forbids only empty ids and white space in them. By default this rule asks for a letter
    // first, as HTML 4 did; anchors here begin as their headings do: `#8-capacity`.
    'valid-id': ['error', { relaxed: true }],
  },
});
