import { describe, expect, test } from 'vitest';
import {
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  HOUR_MS,
  NOON,
  reps,
  SIMULATED_RANGE,
  someLabels,
  value,
} from './given.ts';

const calibrated = { ...SIMULATED_RANGE, origin: 'calibration', steadiness: null } as const;

describe('reference ranges', () => {
  test('belong to athlete, lift, variation, bench and side; a new one replaces the old', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const both = someLabels(athlete_id, { variation: 'single-leg' });
    const left = { ...both, side: 'left' } as const;
    value(store.references.put(both, { ...calibrated, rom_m: 0.3 }));
    value(store.references.put(left, { ...calibrated, rom_m: 0.28 }));
    value(store.references.put(both, { ...calibrated, rom_m: 0.31 }));
    expect(store.references.get(both)).toEqual({ ...calibrated, rom_m: 0.31 });
    expect(store.references.get(left)?.rom_m).toBe(0.28);
    for (const other of [
      { ...both, side: 'right' },
      { ...both, bench: '40 cm' },
      { ...both, variation: 'kas-bridge' },
      { ...both, lift: 'squat' },
      { ...both, athlete_id: anAthlete(store, 'Tom') },
    ] as const)
      expect(store.references.get(other)).toBeNull();
  });

  test('are listed with everything there are sets of, once each', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const key = someLabels(athlete_id);
    value(store.references.put(key, calibrated));
    value(store.sets.insert(aSet(athlete_id, { labels: key })));
    value(store.sets.insert(aSet(athlete_id, { labels: { ...key, lift: 'squat' } })));
    value(store.sets.insert(aSet(anAthlete(store, 'Tom'), { labels: someLabels(2) })));
    expect(store.references.keys(athlete_id).map(({ lift, made_at }) => [lift, made_at])).toEqual([
      ['hip-thrust', NOON],
      ['squat', null],
    ]);
  });

  test('are learned from earlier sets of the same key only, real from real, simulated from simulated', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const key = someLabels(athlete_id);
    const at = (hours: number, what = {}) =>
      value(
        store.sets.insert(
          aSet(athlete_id, { labels: { ...key, ...what }, started_epoch_ms: NOON + hours * HOUR_MS }),
        ),
      ).set_id;
    const [first, second] = [at(0), at(1)];
    const simulated = at(2, { simulated: true });
    const judged = at(3);
    at(4);
    at(0, { bench: '40 cm' });
    at(0, { variation: 'banded' });
    at(0, { side: 'left' });
    at(0, { lift: 'squat' });
    value(store.sets.delete(at(0.5)));
    const of = { before_epoch_ms: NOON + 3 * HOUR_MS, except_set_id: judged };
    const ids = (simulatedToo: boolean) =>
      store.references.earlierSets(key, { ...of, simulated: simulatedToo }).map((set) => set.set_id);
    expect(ids(false)).toEqual([second, first]);
    expect(ids(true)).toEqual([simulated]);
  });

  test('are learned from reps that count and have a usable range, largest first', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const analysis = anAnalysis(
      [
        aRep(1, { rom_m: 0.29 }),
        aRep(2, { rom_m: 0.33, rom_repeat_sigma_m: 0.007 }),
        aRep(3, { rom_m: 0.5 }),
        aRep(4, { rom_m: 0.6, quality: 'unusable', reasons: ['clipping'] }),
        aRep(5, { rom_m: null, rom_repeat_sigma_m: null }),
      ],
      { failed: [aRep(1, { rom_m: 0.7 })] },
    );
    value(store.sets.insert(aSet(athlete_id, { analysis, deleted_reps: [2] })));
    const [set] = store.references.earlierSets(someLabels(athlete_id), {
      simulated: false,
      before_epoch_ms: NOON + 1,
    });
    expect(set?.reps).toEqual([
      { rom_m: 0.33, rom_sigma_m: 0.007 },
      { rom_m: 0.29, rom_sigma_m: 0.006 },
    ]);
  });

  test('used by a set stay with it when the athlete is calibrated anew', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const { set_id } = value(store.sets.insert(aSet(athlete_id, { analysis: anAnalysis(reps(3)) })));
    value(store.references.put(someLabels(athlete_id), { ...calibrated, rom_m: 0.4 }));
    expect(store.sets.get(set_id)?.reference_rom_m).toBe(0.32);
  });
});
