import { describe, expect, it } from 'vitest';
import type { ProblemEntry } from '../content.ts';
import { nearestProblem } from './nearest.ts';

const entry = (slug: string, ...tags: string[]) => ({ slug, problem: { tags } }) as ProblemEntry;
const chat = entry('chat', 'ordering', 'real-time');
const feed = entry('feed', 'caching', 'fan-out');
const rides = entry('rides', 'real-time', 'geo');

describe('the nearest problem', () => {
  it('shares most tags', () => {
    expect(nearestProblem(chat, [chat, feed, rides])?.slug).toBe('rides');
  });

  it('is the next one where none shares more, round the end', () => {
    expect(nearestProblem(feed, [chat, feed, rides])?.slug).toBe('rides');
    expect(nearestProblem(rides, [feed, entry('x', 'y'), rides])?.slug).toBe('feed');
  });

  it('is none where there is one problem', () => {
    expect(nearestProblem(chat, [chat])).toBeUndefined();
  });
});
