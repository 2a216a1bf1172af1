import { describe, expect, test } from 'vitest';
import { aClock, anAthlete, aSet, aStore, NOON, problem, value } from './given.ts';

describe('athletes', () => {
  test('are created, renamed and listed by name whatever the case', () => {
    const store = aStore();
    for (const name of ['tom', 'Maja', 'Åsa']) anAthlete(store, name);
    const [maja] = store.athletes.list();
    value(store.athletes.update({ id: maja?.id ?? 0, name: 'Maja B.', body_mass_kg: null }));
    expect(store.athletes.list().map((athlete) => athlete.name)).toEqual(['Maja B.', 'tom', 'Åsa']);
    expect(store.athletes.get(maja?.id ?? 0)).toMatchObject({ body_mass_kg: null, simulated: false });
  });

  test('are stored whatever fraction of a millisecond the clock shows', () => {
    const store = aStore({ clock: aClock(NOON + 0.25) });
    const id = anAthlete(store);
    expect(store.sets.get(value(store.sets.insert(aSet(id))).set_id)).not.toBeNull();
    value(store.sensors.seen({ id: 'a', advertised_name: null, family: 'witmotion' }));
  });

  test('who trained last come first', () => {
    const store = aStore();
    const [a, b, c, d] = ['Anna', 'Ben', 'Cleo', 'Dana'].map((name) => anAthlete(store, name)) as [
      number,
      number,
      number,
      number,
    ];
    value(store.sets.insert(aSet(c, { started_epoch_ms: NOON })));
    value(store.sets.insert(aSet(b, { started_epoch_ms: NOON + 60_000 })));
    const taken = value(store.sets.insert(aSet(d, { started_epoch_ms: NOON + 120_000 })));
    value(store.sets.delete(taken.set_id));
    expect(store.athletes.recent().map((athlete) => athlete.id)).toEqual([b, c, a, d]);
  });

  test('changing one who is gone says so', () => {
    expect(problem(aStore().athletes.update({ id: 4, name: 'X', body_mass_kg: null })).code).toBe(
      'no-athlete',
    );
  });
});
