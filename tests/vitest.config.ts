import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

// Three projects: rooms by themselves, the whole way with a browser and a radio (one file at a time:
// each owns its own), and the recordings that live outside the repository.
const shared = {
  root,
  testTimeout: 30_000,
  // what is waited for comes in a moment; a second, which is vitest's own patience, is short on a busy computer
  expect: { poll: { timeout: 15_000 } },
  // importing the real `electron` package outside Electron tries to download its binary: fail loudly instead
  alias: { electron: new URL('./no-electron.ts', import.meta.url).pathname },
};

export default defineConfig({
  test: {
    coverage: { provider: 'v8', reportsDirectory: 'out/coverage', include: ['src/**', 'main/**'] },
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          // the radio suites mostly wait
          maxConcurrency: 12,
          sequence: { groupOrder: 2 },
          // how long the radio's tests may wait for what will come in the end (tests/ble/harness.ts)
          testTimeout: 90_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/field/**'],
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: { ...shared, name: 'field', include: ['tests/field/**/*.test.ts'], testTimeout: 300_000 },
      },
    ],
  },
});
