import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

// Three projects: rooms by themselves, the whole way with a browser and a radio (one file at a time:
// each owns its own), and the recordings that live outside the repository.
const shared = {
  root,
  testTimeout: 30_000,
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
