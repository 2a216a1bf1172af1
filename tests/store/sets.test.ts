import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rep } from '../../src/reps/rep.ts';
import {
  aClock,
  anAnalysis,
  anAthlete,
  aRecording,
  aRep,
  aSet,
  aStore,
  DAY_MS,
  HOUR_MS,
  NOON,
  problem,
  reps,
  someLabels,
  value,
  verdict,
} from './given.ts';

describe('a stored set', () => {
  test('comes back with every number it was stored with', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const unseen = aRep(3, {
      eccentric: null,
      bottom: { duration_s: null, floor_contact: null },
      mcv_mps: null,
      mcv_sigma_mps: null,
      mcv_repeat_sigma_mps: null,
      quality: 'unusable',
      reasons: ['clipping', 'a gap of 0.4 s'],
      verdict: verdict({
        range: 'partial',
        hold: null,
        lowering: null,
        flags: ['over-extended', 'unsteady'],
      }),
    });
    const failed = aRep(1, { verdict: verdict({ flags: ['failed'] }) });
    const analysis = anAnalysis([aRep(1), aRep(2), unseen], { failed: [failed] });
    const labels = someLabels(athlete_id, { variation: 'single-leg', side: 'left', bench: '40 cm' });
    const stored = value(
      store.sets.insert(aSet(athlete_id, { analysis, labels, interrupted: true, note: 'belt on' })),
    );

    const set = store.sets.get(stored.set_id);
    expect(set?.reps.map(({ rep }) => rep)).toEqual(analysis.reps);
    expect(set?.reps.map(({ id }) => id)).toEqual(stored.rep_ids);
    expect(set?.failed).toEqual([failed]);
    expect(set?.recording).toEqual(analysis.recording);
    expect(set?.labels).toEqual(labels);
    expect(set?.algorithm).toBe('1.0.0');
    expect(set?.row).toMatchObject({
      id: stored.set_id,
      athlete_name: 'Maja',
      summary: analysis.set,
      holds_met: 2,
      holds_judged: 2,
      hold_target_s: 1,
      interrupted: true,
      simulated: false,
      note: 'belt on',
      duration_s: 50,
    });
  });

  test('keeps every number of any rep (property)', () => {
    const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
    const maybe = fc.option(real);
    const anyRep: fc.Arbitrary<Rep> = fc.record({
      index: fc.integer({ min: 1, max: 300 }),
      start_s: real,
      announced_s: fc.constant(null),
      concentric: fc.record({ start_s: real, end_s: real, duration_s: real }),
      lockout: fc.record({
        start_s: real,
        end_s: maybe,
        hold_s: maybe,
        hold_sigma_s: maybe,
        announced_s: fc.constant(null),
      }),
      eccentric: fc.option(
        fc.record({ start_s: real, end_s: real, duration_s: real, peak_mps: real, mean_mps: real }),
      ),
      bottom: fc.record({ duration_s: maybe, floor_contact: fc.option(fc.boolean()) }),
      mcv_mps: maybe,
      mcv_sigma_mps: maybe,
      mcv_repeat_sigma_mps: maybe,
      pcv_mps: maybe,
      mpv_mps: maybe,
      time_to_peak_s: maybe,
      rom_m: maybe,
      rom_sigma_m: maybe,
      rom_repeat_sigma_m: maybe,
      mean_power_w: maybe,
      peak_power_w: maybe,
      quality: fc.constantFrom('good', 'fair', 'unusable'),
      reasons: fc.array(fc.string()),
      verdict: fc.record({
        range: fc.constantFrom('full', 'short', 'partial', 'unsure'),
        hold: fc.option(fc.constantFrom('met', 'missed', 'unsure')),
        lowering: fc.option(fc.constantFrom('controlled', 'fast', 'dropped')),
        flags: fc.subarray(['over-extended', 'floor-rest', 'unsteady', 'pulsed']),
        range_ratio: maybe,
        range_ratio_sigma: maybe,
      }),
    });
    const store = aStore();
    const athlete_id = anAthlete(store);
    fc.assert(
      fc.property(anyRep, (rep) => {
        const { set_id } = value(store.sets.insert(aSet(athlete_id, { analysis: anAnalysis([rep]) })));
        expect(store.sets.get(set_id)?.reps[0]?.rep).toEqual(rep);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['six axes on the device clock', aRecording()],
    ['three axes', aRecording(250, { gyro_dps: null })],
    [
      'arrival times in bursts',
      aRecording(64, {
        clock: 'arrival',
        t_s: Float64Array.from({ length: 64 }, (_, i) => Math.floor(i / 8) * 0.0803),
      }),
    ],
  ])('gives its samples back bit for bit: %s', (_, recording) => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store), { recording })));
    expect(value(store.sets.recording(set_id))).toEqual(recording);
  });

  test('draws a long set with at most 4,000 points', () => {
    const store = aStore();
    const t_s = Float64Array.from({ length: 36_000 }, (_, i) => i / 200);
    const analysis = anAnalysis(reps(8), {
      trace: { t_s, height_m: t_s.map((t) => Math.sin(t) / 3), velocity_mps: t_s.map(Math.cos) },
    });
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store), { analysis })));
    const trace = store.sets.get(set_id)?.trace;
    expect(trace?.t_s.length).toBeLessThanOrEqual(4000);
    expect(trace?.t_s.length).toBeGreaterThan(2000);
    const last = (trace?.t_s.length ?? 0) - 1;
    expect(trace?.t_s[last]).toBeGreaterThan(179.9);
    expect(trace?.height_m[last]).toBeCloseTo(Math.sin(trace?.t_s[last] as number) / 3, 3);
  });

  test('is stored whole or not at all', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const broken = aRep(2, { quality: 'splendid' as Rep['quality'] });
    const refused = store.sets.insert(aSet(athlete_id, { analysis: anAnalysis([aRep(1), broken]) }));
    expect(problem(refused).message).toContain('could not be stored');
    expect(store.info()).toMatchObject({ sets: 0, reps: 0 });
    expect(store.sets.list({ limit: 10 })).toEqual([]);
  });

  test('of an athlete who is gone is refused in words', () => {
    expect(problem(aStore().sets.insert(aSet(99)))).toMatchObject({ code: 'no-athlete' });
  });
});

describe('sessions', () => {
  test('a new one begins after three hours without a set', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const at = (started_epoch_ms: number) => value(store.sets.insert(aSet(athlete_id, { started_epoch_ms })));
    const first = at(NOON);
    const second = at(NOON + 2.5 * HOUR_MS);
    const third = at(NOON + 5 * HOUR_MS);
    const evening = at(NOON + 8.5 * HOUR_MS);
    expect([first, second, third].map((set) => [set.session_id, set.number])).toEqual([
      [first.session_id, 1],
      [first.session_id, 2],
      [first.session_id, 3],
    ]);
    expect(evening.session_id).not.toBe(first.session_id);
    expect(evening.number).toBe(1);
  });

  test('two athletes taking turns each have their own', () => {
    const store = aStore();
    const [maja, tom] = [anAthlete(store, 'Maja'), anAthlete(store, 'Tom')];
    const turns = [maja, tom, maja, tom].map((athlete_id, i) =>
      value(store.sets.insert(aSet(athlete_id, { started_epoch_ms: NOON + i * 90_000 }))),
    );
    expect(turns.map((set) => set.number)).toEqual([1, 1, 2, 2]);
  });

  test('a set recovered the next day joins the visit it was lifted in', () => {
    const store = aStore({ clock: aClock(NOON + DAY_MS) });
    const athlete_id = anAthlete(store);
    const first = value(store.sets.insert(aSet(athlete_id, { started_epoch_ms: NOON })));
    value(store.sets.insert(aSet(athlete_id, { started_epoch_ms: NOON + DAY_MS })));
    const late = value(store.sets.insert(aSet(athlete_id, { started_epoch_ms: NOON - HOUR_MS })));
    expect(late).toMatchObject({ session_id: first.session_id, number: 1 });
  });
});

describe('lists', () => {
  test('page through newest first, without deleted sets', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const ids = [0, 3, 1, 4, 2].map(
      (minutes) =>
        value(store.sets.insert(aSet(athlete_id, { started_epoch_ms: NOON + minutes * 60_000 }))).set_id,
    );
    value(store.sets.insert(aSet(anAthlete(store, 'Tom'))));
    value(store.sets.delete(ids[1] as number));
    const page = (before_id?: number) =>
      store.sets
        .list({ athlete_id, limit: 2, ...(before_id === undefined ? {} : { before_id }) })
        .map((row) => row.id);
    const newestFirst = [ids[3], ids[4], ids[2], ids[0]];
    expect(page()).toEqual(newestFirst.slice(0, 2));
    expect(page(page()[1])).toEqual(newestFirst.slice(2));
    expect(page(ids[0])).toEqual([]);
  });
});
