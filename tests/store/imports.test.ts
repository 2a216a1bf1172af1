import { describe, expect, test } from 'vitest';
import type { Store } from '../../main/store/index.ts';
import type { HistorySet } from '../../src/recording/histories/history.ts';
import { aFolder, anAthlete, aSet, aStore, problem, value } from './given.ts';

const aHistorySet = (over: Partial<HistorySet> = {}): HistorySet => ({
  row: 2,
  athlete: null,
  day: '2026-11-20',
  time: '18:30:00',
  exercise: 'Hip Thrust',
  number: 1,
  kind: 'work',
  load_kg: 100,
  reps: 3,
  measured: [1, 2, 3].map((place) => ({
    place,
    mcv_mps: 1.9 - place / 100,
    mpv_mps: null,
    pcv_mps: 2.5,
    rom_m: 0.4,
    duration_s: 0.7,
  })),
  rpe: null,
  note: '',
  ...over,
});

const thrust = { lift: 'hip-thrust', variation: 'barbell' } as const;
const from = { file: 'history.csv', digest: 'd1', tool: 'Vitruve' };
const put = (store: Store, athlete: { id: number } | { name: string }, ...names: string[]) =>
  store.imports.addHistory({
    ...from,
    sets: names.map((same_as) => ({ athlete, set: aHistorySet(), lift: thrust, same_as })),
    exercises: new Map([['hip thrust', thrust]]),
  });

describe('an import', () => {
  test('of a history stands beside the sets, with its instrument, and in no line, trend or best', () => {
    const store = aStore();
    const id = anAthlete(store);
    value(store.sets.insert(aSet(id)));
    const query = { athlete_id: id, lift: 'hip-thrust', variation: 'barbell', side: null } as const;
    const own = () => {
      const { sets, reps } = store.info();
      return [store.history(query), store.training(query), { sets, reps }, [...store.csvLines({})]];
    };
    const before = own();
    expect(value(put(store, { id }, 'a', 'b'))).toMatchObject({
      sets: 2,
      reps: 6,
      tool: 'Vitruve',
      athletes: 0,
    });
    expect(own()).toEqual(before);
    expect(store.imports.sets({ athlete_id: id, lift: 'hip-thrust' })).toMatchObject([
      { instrument: 'Vitruve', day: '2026-11-20', measured: [{ mcv_mps: 1.89 }, {}, {}] },
      { instrument: 'Vitruve' },
    ]);
    expect(store.imports.exercises().get('hip thrust')).toEqual(thrust);
    expect(store.imports.setsOf(id)).toEqual(new Set(['a', 'b']));
    expect(store.imports.sameFile('d1')).toMatchObject({ id: 1 });
    expect(store.imports.sameFile('d2')).toBeNull();
  });

  test('that cannot be stored to its end leaves nothing', () => {
    const store = aStore();
    expect(problem(put(store, { name: 'New' }, 'a', 'a')).message).toContain('Nothing was imported');
    expect(store.imports.list()).toEqual([]);
    expect(store.athletes.list()).toEqual([]);
  });

  test('is taken back as one, with the athletes it brought who have nothing else', () => {
    const store = aStore();
    const first = value(put(store, { name: 'Eva' }, 'a'));
    const eva = store.athletes.list()[0]?.id ?? 0;
    const own = value(store.imports.addRecording(from, [aSet(eva), aSet(eva)]));
    expect(own.record).toMatchObject({ kind: 'recording', sets: 2, reps: 16 });
    value(store.imports.undo(first.id));
    expect(store.imports.sets({ athlete_id: eva })).toEqual([]);
    expect(store.athletes.list()).toHaveLength(1);
    const roster = value(
      store.imports.addRoster(from, [
        { name: 'Bo', body_mass_kg: 80, group: 'A', birth_year: 2001, note: 'knee' },
      ]),
    );
    expect(store.athletes.list()).toHaveLength(2);
    value(store.imports.undo(own.record.id));
    value(store.imports.undo(roster.id));
    expect(store.sets.list({ limit: 9 })).toEqual([]);
    expect(store.athletes.list().map(({ name }) => name)).toEqual(['Eva']);
    expect(problem(store.imports.undo(roster.id)).code).toBe('no-import');
  });

  test('is there after a restart', () => {
    const folder = aFolder();
    const store = aStore({ folder });
    value(put(store, { name: 'Eva' }, 'a'));
    store.close();
    expect(aStore({ folder }).imports.list()).toHaveLength(1);
  });
});
