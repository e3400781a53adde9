import type { ContentFile } from '../../library/tree.ts';
import type { FaultKind, Place } from './kind.ts';
import { faultKinds } from './kinds.ts';
import { randomFrom } from '../../random.ts';

/** A file of the project's content with one thing wrong, and what must be said of it. */
export interface SeededFault {
  name: string;
  path: string;
  text: string;
  rule: string;
  line: number;
}

/** Faults of every kind at places drawn from the whole content, the same in every run. */
export function seedFaults(files: readonly ContentFile[], seed: number): SeededFault[] {
  const random = randomFrom(seed);
  return faultKinds.flatMap((kind) => {
    const places = shuffled(placesOf(kind, files), random);
    if (places.length < kind.count) throw new Error(`${kind.name}: ${places.length} places only`);
    return places.slice(0, kind.count).map((found) => damage(kind, found));
  });
}

interface Found {
  path: string;
  line: string;
  place: Place;
}

function placesOf(kind: FaultKind, files: readonly ContentFile[]): Found[] {
  return files
    .filter(({ path }) => kind.files.test(path))
    .flatMap(({ path, text }) => {
      let [fenced, front, heading] = [false, false, ''];
      const lines = text.split('\n');
      return lines.flatMap((line, index) => {
        if (line === '---' && path.endsWith('.md')) front = index === 0;
        if (line.startsWith('```')) fenced = !fenced;
        else if (line.startsWith('## ') && !fenced) heading = line;
        const place: Place = { index, lines, fenced, front, heading };
        return kind.fits(line, place) ? [{ path, line, place }] : [];
      });
    });
}

function damage(
  { name, rule, change, named }: FaultKind,
  { path, line, place }: Found,
): SeededFault {
  const { index, lines } = place;
  const damaged = lines.toSpliced(index, 1, ...change(line, place));
  return {
    name,
    path,
    text: damaged.join('\n'),
    rule,
    line: named?.(index, lines, damaged) ?? index + 1,
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
