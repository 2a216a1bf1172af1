import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS, TEST_MS } from './patience.ts';
import { WaitingBetweenPages } from './sequencer.ts';

const root = new URL('..', import.meta.url).pathname;

// Five projects: rooms by themselves, which only compute; the radio, and streams that run for a minute, which
// mostly wait, beside the whole way with a browser; and the recordings that live outside the repository.
const RADIO = 'tests/ble/*.test.ts';
const STREAMS = ['tests/ble/two-sensors.test.ts', 'tests/btvirt/*.test.ts'];
/**
 * Radio and pages wait for a sensor or a lifter most of the time: three files at once are what two cores carry. Each
 * radio test starts a process of its own, which has to be up in time: four of a file at once.
 */
const WAITING = { maxWorkers: 3, maxConcurrency: 4, sequence: { groupOrder: 1 } };
const shared = {
  root,
  testTimeout: TEST_MS,
  hookTimeout: TEST_MS,
  // what is waited for comes in a moment; a second, which is vitest's own patience, is short on a busy computer
  expect: { poll: { timeout: PATIENCE_MS } },
  // importing the real `electron` package outside Electron tries to download its binary: fail loudly instead
  alias: { electron: new URL('./no-electron.ts', import.meta.url).pathname },
};

export default defineConfig({
  test: {
    sequence: { sequencer: WaitingBetweenPages },
    coverage: { provider: 'v8', reportsDirectory: 'out/coverage', include: ['src/**', 'main/**'] },
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          sequence: { groupOrder: 2 },
          // vitest leaves a core to itself, which on two cores means one file at a time
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/field/**', RADIO, ...STREAMS],
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'radio',
          include: [RADIO],
          exclude: STREAMS,
          ...WAITING,
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'streams',
          include: STREAMS,
          ...WAITING,
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...WAITING,
        },
      },
      {
        root,
        test: { ...shared, name: 'field', include: ['tests/field/**/*.test.ts'] },
      },
    ],
  },
});
