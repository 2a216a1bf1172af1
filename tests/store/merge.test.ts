import { describe, expect, test } from 'vitest';
import type { Store } from '../../main/store/index.ts';
import { aClock, anAthlete, aSet, aStore, HOUR_MS, NOON, SIMULATED_RANGE, value } from './given.ts';

const RANGE = { lift: 'hip-thrust', variation: 'barbell', bench: '', side: null } as const;
const SQUAT = { ...RANGE, lift: 'squat' } as const;

/** Maja twice: as two stations made her. */
function twice(): {
  readonly store: Store;
  readonly maja: number;
  readonly again: number;
  readonly sets: number[];
} {
  const clock = aClock();
  const store = aStore({ clock });
  const maja = value(store.athletes.create({ name: 'Maja Meyer', body_mass_kg: null, note: 'left knee' })).id;
  const again = value(
    store.athletes.create({ name: 'meyer, maja', body_mass_kg: 68, birth_year: 1999, note: 'new shoes' }),
  ).id;
  value(store.references.put({ athlete_id: maja, ...RANGE }, { ...SIMULATED_RANGE, rom_m: 0.3 }));
  value(store.references.put({ athlete_id: again, ...RANGE }, { ...SIMULATED_RANGE, rom_m: 0.4 }));
  value(store.references.put({ athlete_id: again, ...SQUAT }, { ...SIMULATED_RANGE, rom_m: 0.5 }));
  const sets = [maja, again, again].map((athlete_id, n) => {
    clock.at_epoch_ms = NOON + n * 24 * HOUR_MS;
    return value(store.sets.insert(aSet(athlete_id, { started_epoch_ms: clock.at_epoch_ms }))).set_id;
  });
  clock.at_epoch_ms += HOUR_MS;
  return { store, maja, again, sets };
}

const whose = (store: Store, sets: readonly number[]): (string | undefined)[] =>
  sets.map((id) => store.sets.get(id)?.row.athlete_name);
const rangeOf = (store: Store, athlete_id: number, key: typeof RANGE | typeof SQUAT): number | undefined =>
  store.references.get({ athlete_id, ...key })?.rom_m;

describe('two athletes who are one', () => {
  test('are found by a name that is written alike', () => {
    const { store, maja, again } = twice();
    anAthlete(store, 'Maja');
    expect(store.merging.alike(maja).map(({ id }) => id)).toEqual([again]);
    expect(store.merging.alike(again).map(({ id }) => id)).toEqual([maja]);
  });

  test('become one: every set, range and note is there, and each set says so', () => {
    const { store, maja, again, sets } = twice();
    const merged = value(store.merging.merge(maja, again));
    expect(merged).toMatchObject({ note: 'left knee\nnew shoes', body_mass_kg: 68, birth_year: 1999 });
    expect(whose(store, sets)).toEqual(['Maja Meyer', 'Maja Meyer', 'Maja Meyer']);
    expect([rangeOf(store, maja, RANGE), rangeOf(store, maja, SQUAT)]).toEqual([0.3, 0.5]);
    expect(rangeOf(store, again, RANGE)).toBe(0.4);
    expect(store.sets.get(sets[2] ?? 0)?.edits.map(({ what }) => what)).toEqual([
      'two athletes made one: meyer, maja → Maja Meyer',
    ]);
    expect(store.athletes.recent().map(({ id }) => id)).toEqual([maja]);
    expect(store.merging.mergedInto(again)?.id).toBe(maja);
    expect(store.merging.alike(maja)).toEqual([]);
  });

  test('are two again when that is taken back', () => {
    const { store, maja, again, sets } = twice();
    value(store.merging.merge(maja, again));
    value(store.merging.takeBack(again));
    expect(whose(store, sets)).toEqual(['Maja Meyer', 'meyer, maja', 'meyer, maja']);
    expect(store.athletes.get(maja)?.note).toBe('left knee');
    expect(store.athletes.get(again)).toMatchObject({ note: 'new shoes', archived: false });
    expect(store.merging.mergedInto(again)).toBeNull();
    value(store.merging.merge(again, maja));
    expect(whose(store, sets)).toEqual(['meyer, maja', 'meyer, maja', 'meyer, maja']);
    expect(store.merging.mergedInto(maja)?.id).toBe(again);
  });

  test('are never made of one athlete, or of the demo athlete', () => {
    const { store, maja } = twice();
    expect(store.merging.merge(maja, maja)).toMatchObject({ error: { code: 'no-athlete' } });
    expect(store.merging.merge(maja, 99)).toMatchObject({ error: { code: 'no-athlete' } });
  });
});
