import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { contextOfLabels } from '../../main/station/stored/labels.ts';
import { createWorkElsewhere } from '../../main/workers/elsewhere.ts';
import { createLane } from '../../main/workers/lane.ts';
import { workerFile } from '../../main/workers/worker-file.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { someLabels } from '../store/values.ts';

const { recording } = simulatedSet({ seed: 5, reps: 3 });
const context = contextOfLabels(someLabels(1, { calibration: null }));
const idle_ms = 60_000;
const file = workerFile();
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

let close = async (): Promise<void> => {};
afterEach(() => close());

test('another thread comes to the very same numbers', async () => {
  const work = createWorkElsewhere(() => {});
  close = work.close;
  const [end, later] = await Promise.all([work.finish(recording, context), work.whole(recording, context)]);
  expect(end).toEqual(analyzeSet(recording, context));
  expect(later).toEqual(end);
});

test('what a job throws is its answer, and the next one is done', async () => {
  const lane = createLane({ idle_ms, file });
  close = lane.close;
  const damaged = { ...recording, t_s: null as never };
  const first = lane.run('whole', [damaged, context]);
  const second = lane.run('whole', [recording, context]);
  await expect(first).rejects.toThrow('null');
  expect((await second).reps).toHaveLength(3);
});

test('a thread that dies says so to everybody who waits, and another takes its place', async () => {
  const lane = createLane({ idle_ms, file: beside('dies.ts') });
  close = lane.close;
  const asked = ['a', 'b'].map((name) => lane.run('files-begin', [[name]]));
  for (const answer of asked) await expect(answer).rejects.toThrow('worker ended with 3');
  await expect(lane.run('files-begin', [['c']])).rejects.toThrow('worker ended with 3');
});

test('a thread that never answers is not waited for longer than a set may be', async () => {
  const lane = createLane({ idle_ms, file: beside('hangs.ts'), limit_ms: 1 });
  close = lane.close;
  await expect(lane.run('files-begin', [['a']])).rejects.toThrow('no answer to files-begin within 1 ms');
});

test('a thread is stopped in the middle of its work, and whoever waits is told', async () => {
  const lane = createLane({ idle_ms, file: beside('hangs.ts') });
  close = lane.close;
  const asked = lane.run('files-begin', [['a']]);
  lane.stop('called off');
  await expect(asked).rejects.toThrow('called off');
});

test('where no thread can be had the work is done without, and the log says so', async () => {
  const lines: string[] = [];
  const work = createWorkElsewhere((line) => lines.push(line), beside('nowhere.ts'));
  expect(await work.finish(recording, context)).toEqual(analyzeSet(recording, context));
  await work.files.begin(['a.csv']);
  expect(await work.files.piece(0, new Uint8Array(3))).toBe(3);
  expect(lines).toEqual([expect.stringContaining('none can be had')]);
});
