import { defineConfig } from 'vitest/config';

/** Tests that measure time or use all cores by themselves: one after the other, and nothing beside. */
const alone = [
  'tests/access/axe.test.ts',
  'tests/access/lighthouse.test.ts',
  'tests/repeat.test.ts',
  'tests/longTasks.test.ts',
  'tests/search/speed.test.ts',
  'tests/whatIfSpeed.test.ts',
];

/**
 * Browser tests use the built site and wait for a browser, the slower the machine the longer. One
 * that fails is tried once more: on a busy machine two programs may miss each other.
 */
const patient = { retry: 1, testTimeout: 240_000, hookTimeout: 120_000 };

/** The projects run one after the other, in the order of their groups. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...patient,
          name: 'browser',
          include: ['tests/**/*.test.ts'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...patient,
          name: 'alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
