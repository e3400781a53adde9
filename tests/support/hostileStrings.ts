import { hostileValues } from './hostile.ts';
import { randomFrom } from '../../src/random.ts';

/** What a string does if it ever runs: tests look for it. */
const run = 'window.executed=1';

/** Pieces of which one alone does harm where text becomes markup, an address, a pattern or a key. */
const pieces = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg/onload=${run}>`,
  `<iframe srcdoc="<script>parent.${run.replace('window.', '')}</script>"></iframe>`,
  `<details open ontoggle=${run}>`,
  `<style>*{display:none}</style>`,
  `<template><b>x</b></template>`,
  `<math><mtext><img src=x onerror=${run}></mtext></math>`,
  `"><b onmouseover=${run}>`,
  `' autofocus onfocus=${run} x='`,
  `--><script>${run}</script><!--`,
  `</textarea></title></select></template></style>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:x`,
  `//host.example/x`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a visitor may type
  '${window.executed=1}',
  `{{constructor.constructor('${run}')()}}`,
  `{{problem}}`,
  `<%= 1 %>`,
  `#{1}`,
  `$&$\`$'$1`,
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'chat/spoken',
  'constructor/spoken',
  '../../etc/passwd',
  '%00',
  '%',
  '%E0%A4%A',
  '(a+)+$',
  '(?=',
  '[',
  '\\',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\ud800',
  'e\u0301',
  'ש',
  '设计',
  '👩‍👩‍👧‍👦',
  '\r\n',
  '\t',
  ' ',
  'cache',
  '1e400',
  '-0',
  'NaN',
];

/** As many hostile strings as are asked for, the same in every run; one in two hundred is long. */
export function hostileStrings(count: number): string[] {
  const random = randomFrom(9);
  const piece = () => pieces[Math.floor(random() * pieces.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const known = hostileValues[index] ?? pieces[index - hostileValues.length];
    if (known !== undefined) return known.slice(0, 10_000);
    const length = index % 200 === 0 ? 300 : 1 + Math.floor(random() * 5);
    return Array.from({ length }, piece).join('');
  });
}
