import { describe, expect, test } from 'vitest';
import { compareSides } from '../../renderer/screens/profile/sides.ts';
import { phasesOf, spanOf, stretchOf } from '../../renderer/screens/review/phases.ts';
import { parsePlates } from '../../renderer/screens/settings/plates-text.ts';
import type { SetRow } from '../../src/contract/sets.ts';
import { summarise } from '../../src/reps/measure/set-summary.ts';
import { aRep, reps, verdict } from '../store/values.ts';

describe('phases of a rep', () => {
  test('follow one another, up, hold, down, bottom', () => {
    const spans = phasesOf(aRep(1));
    expect(spans.map(({ phase }) => phase)).toEqual(['concentric', 'lockout', 'eccentric', 'bottom']);
    for (const [i, span] of spans.entries()) {
      expect(span.end_s).toBeGreaterThan(span.start_s);
      if (i > 0) expect(span.start_s).toBeGreaterThanOrEqual(spans[i - 1]?.end_s ?? 0);
    }
  });

  test('that were not seen are not drawn: a last rep racked at the top', () => {
    const racked = aRep(1, { eccentric: null, bottom: { duration_s: null, floor_contact: null } });
    expect(phasesOf(racked).map(({ phase }) => phase)).toEqual(['concentric', 'lockout']);
  });

  test('of an eccentric-first lift begin with the way down', () => {
    const squat = aRep(1, {
      eccentric: { start_s: 12, end_s: 13.5, duration_s: 1.5, peak_mps: 0.5, mean_mps: 0.3 },
      bottom: { duration_s: null, floor_contact: null },
    });
    expect(phasesOf(squat)[0]?.phase).toBe('eccentric');
    expect(spanOf(squat).start_s).toBe(12);
  });
});

test('the picture shows the lifting, not the rest before it', () => {
  const [from_s, to_s] = stretchOf([aRep(1), aRep(2)], 60);
  expect(from_s).toBeCloseTo(spanOf(aRep(1)).start_s - 1.5);
  expect(to_s).toBeCloseTo(spanOf(aRep(2)).end_s + 1.5);
  expect(stretchOf([], 60)).toEqual([0, 60]);
});

describe('left and right', () => {
  const row = (side: SetRow['side'], mcv_mps: number, what: Partial<SetRow> = {}): SetRow => ({
    id: 1,
    session_id: 1,
    athlete_id: 1,
    athlete_name: 'Maja',
    lift: 'hip-thrust',
    variation: 'single-leg',
    bench: '',
    side,
    mount: null,
    kind: 'work',
    load_kg: 40,
    load_unit: null,
    started_epoch_ms: 0,
    duration_s: 30,
    note: '',
    simulated: false,
    replayed: false,
    accepted: true,
    interrupted: false,
    summary: { ...summarise(reps(6), 0, null), mean_mcv_mps: mcv_mps },
    holds_met: 6,
    holds_judged: 6,
    hold_target_s: 1,
    ...what,
  });

  test('are compared only where both were trained', () => {
    expect(compareSides([row('left', 0.6)])).toEqual([]);
    expect(compareSides([row('left', 0.6), row('right', 0.5, { kind: 'warm-up' })])).toEqual([]);
    const [compared] = compareSides([row('left', 0.6), row('right', 0.5), row('left', 0.5)]);
    expect(compared?.left).toMatchObject({ sets: 2, reps: 12 });
    expect(compared?.left.mcv_mps).toBeCloseTo(0.55);
    expect(compared?.right.mcv_mps).toBeCloseTo(0.5);
  });

  test('reps that could not be judged make no share of half reps', () => {
    const unsure = reps(6, { verdict: verdict({ range: 'unsure' }) });
    const summary = summarise(unsure, 0, null);
    const [compared] = compareSides([row('left', 0.6, { summary }), row('right', 0.6)]);
    expect(compared?.left.half_share).toBeNull();
    expect(compared?.right.half_share).toBe(0);
  });
});

describe('plates typed in', () => {
  const kg = (load: number): number => load;
  test('come out heaviest first, each once', () => {
    expect(parsePlates('10 20 2,5 20', kg)).toEqual([20, 10, 2.5]);
  });
  test('that are no plates are refused', () => {
    for (const text of ['', 'ten', '20 -5', '0', '500']) expect(parsePlates(text, kg)).toBeNull();
  });
});
