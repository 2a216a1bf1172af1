import { expect, test } from 'vitest';
import type { SampleBatch } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetContext } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { anAthlete, aSet, aStore, someLabels, value } from './given.ts';
import { aHeader } from './journal-given.ts';

const { recording } = simulatedSet({ seed: 11, reps: 5 });

test('a set analysed again from the database, or recovered from its journal, gives the very same numbers', () => {
  const store = aStore();
  const athlete_id = anAthlete(store);
  const labels = someLabels(athlete_id, { calibration: null });
  const context: SetContext = labels;
  const analysis = analyzeSet(recording, context);
  expect(analysis.reps.length).toBeGreaterThan(0);

  const { set_id } = value(store.sets.insert(aSet(athlete_id, { labels, recording, analysis })));
  const stored = store.sets.get(set_id);
  const again = analyzeSet(value(store.sets.recording(set_id)), stored?.labels ?? context);
  expect(again).toEqual(analysis);
  expect(stored?.reps.map(({ rep }) => rep)).toEqual(again.reps);

  const journal = store.journals.start(aHeader(athlete_id, { labels, sensor: recording.sensor }));
  const STEP = 12;
  for (let from = 0; from < recording.t_s.length; from += STEP) journal.append(slice(from, from + STEP));
  journal.close();
  const recovered = value(store.journals.read(journal.id));
  expect(recovered.recording).toEqual(recording);
  expect(analyzeSet(recovered.recording, recovered.header.labels)).toEqual(analysis);
});

function slice(from: number, to: number): SampleBatch {
  const t_s = recording.t_s.slice(from, to);
  return {
    count: t_s.length,
    clock: recording.clock,
    t_s,
    accel_g: recording.accel_g.slice(3 * from, 3 * to),
    gyro_dps: recording.gyro_dps?.slice(3 * from, 3 * to) ?? null,
  };
}
