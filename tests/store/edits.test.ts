import { describe, expect, test } from 'vitest';
import {
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  DAY_MS,
  HOUR_MS,
  NOON,
  problem,
  reps,
  value,
  verdict,
} from './given.ts';

const half = { verdict: verdict({ range: 'partial', hold: 'missed' }) };

describe('deleting a rep', () => {
  test('takes it out of the counts, and bringing it back restores them', () => {
    const store = aStore();
    const analysis = anAnalysis([aRep(1), aRep(2, half), aRep(3, { mcv_mps: 0.4 })]);
    const { set_id, rep_ids } = value(store.sets.insert(aSet(anAthlete(store), { analysis })));

    const without = value(store.sets.setRepDeleted(set_id, rep_ids[1] as number, true));
    expect(without.row.summary).toMatchObject({ reps: 2, full: 2, partial: 0 });
    expect(without.row).toMatchObject({ holds_met: 2, holds_judged: 2 });
    expect(without.reps.map((rep) => rep.deleted)).toEqual([false, true, false]);

    const again = value(store.sets.setRepDeleted(set_id, rep_ids[1] as number, false));
    expect(again.row.summary).toEqual(analysis.set);
    expect(again.row).toMatchObject({ holds_met: 2, holds_judged: 3 });
    expect(again.edits.map((edit) => edit.what)).toEqual(['rep deleted 2', 'rep restored 2']);
  });

  test('that was already taken away while the set ran is stored as deleted', () => {
    const store = aStore();
    const { set_id } = value(
      store.sets.insert(aSet(anAthlete(store), { analysis: anAnalysis(reps(5)), deleted_reps: [4] })),
    );
    const set = store.sets.get(set_id);
    expect(set?.row.summary.reps).toBe(4);
    expect(set?.reps[4]?.deleted).toBe(true);
  });

  test('of another set is refused', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const one = value(store.sets.insert(aSet(athlete_id)));
    const other = value(store.sets.insert(aSet(athlete_id)));
    expect(problem(store.sets.setRepDeleted(one.set_id, other.rep_ids[0] as number, true)).code).toBe(
      'no-rep',
    );
    expect(store.sets.get(other.set_id)?.row.summary.reps).toBe(8);
  });
});

describe('changing labels', () => {
  test('is audited with what was there before', () => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    const changed = value(
      store.sets.update(set_id, { labels: { load_kg: 110, kind: 'warm-up' }, note: 'wrong plates' }),
    );
    expect(changed.row).toMatchObject({ load_kg: 110, kind: 'warm-up', note: 'wrong plates' });
    expect(changed.edits.map((edit) => edit.what)).toEqual([
      'kind: work → warm-up',
      'load, kg: 100 → 110',
      'note: none → wrong plates',
    ]);
  });

  test('that let a recording count bring its range, and take it away again', () => {
    const store = aStore();
    const athlete = anAthlete(store);
    const from = (at: number) =>
      aSet(athlete, {
        labels: { ...aSet(athlete).labels, replayed: true, accepted: false },
        started_epoch_ms: NOON - at * DAY_MS,
      });
    const { set_id } = value(store.sets.insert(from(1)));
    const key = {
      athlete_id: athlete,
      lift: 'hip-thrust',
      variation: 'barbell',
      bench: '',
      side: null,
    } as const;
    const of = { simulated: false, before_epoch_ms: NOON };
    const lead = () => store.ledSets(0).flatMap(({ today }) => today).length;
    expect([store.references.earlierSets(key, of).length, lead(), store.choices.last(athlete)]).toEqual([
      0,
      0,
      null,
    ]);
    value(store.sets.update(set_id, { labels: { accepted: true } }));
    expect([store.references.earlierSets(key, of).length, lead()]).toEqual([1, 1]);
    value(store.sets.update(set_id, { labels: { accepted: false } }));
    expect(store.references.earlierSets(key, of)).toEqual([]);
  });

  test('to what they already were leaves no trace', () => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    expect(value(store.sets.update(set_id, { labels: { load_kg: 100 }, note: '' })).edits).toEqual([]);
  });

  test('to another athlete moves the set to that athlete and their session', () => {
    const store = aStore();
    const [maja, tom] = [anAthlete(store, 'Maja'), anAthlete(store, 'Tom')];
    const mine = value(store.sets.insert(aSet(maja)));
    const his = value(store.sets.insert(aSet(tom)));
    const moved = value(store.sets.update(mine.set_id, { labels: { athlete_id: tom } }));
    expect(moved.athlete.name).toBe('Tom');
    expect(moved.row.session_id).toBe(his.session_id);
    expect(moved.edits[0]?.what).toBe('athlete: Maja → Tom');
    expect(store.sets.list({ athlete_id: maja, limit: 10 })).toEqual([]);
    value(store.athletes.delete(maja));
    expect(store.sets.get(mine.set_id)?.edits[0]?.what).toBe('athlete: a deleted athlete → Tom');
  });

  test('to an athlete who is gone changes nothing', () => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    expect(problem(store.sets.update(set_id, { labels: { athlete_id: 77, load_kg: 1 } })).code).toBe(
      'no-athlete',
    );
    expect(store.sets.get(set_id)).toMatchObject({ row: { load_kg: 100, athlete_name: 'Maja' }, edits: [] });
  });
});

describe('analysing again', () => {
  test('replaces the numbers; a rep a person deleted stays deleted even when the numbering moved', () => {
    const store = aStore();
    const { set_id, rep_ids } = value(
      store.sets.insert(aSet(anAthlete(store), { analysis: anAnalysis([aRep(1), aRep(2), aRep(3)]) })),
    );
    value(store.sets.setRepDeleted(set_id, rep_ids[1] as number, true));
    // Today's algorithm does not count the first one: what was rep 2 is now rep 1.
    const renumbered = [aRep(2, { index: 1, mcv_mps: 0.6 }), aRep(3, { index: 2, mcv_mps: 0.61 })];
    const again = value(
      store.sets.update(set_id, { analysis: anAnalysis(renumbered, { algorithm: '2.0.0' }) }),
    );
    expect(again.algorithm).toBe('2.0.0');
    expect(again.reps.map(({ rep, deleted }) => [rep.index, rep.mcv_mps, deleted])).toEqual([
      [1, 0.6, true],
      [2, 0.61, false],
    ]);
    expect(again.row.summary).toMatchObject({ reps: 1, best_mcv_mps: 0.61 });
    expect(again.edits.at(-1)?.what).toBe('analysis: 1.0.0 → 2.0.0');
  });

  test('with the same algorithm is one edit, that of the label when a label was the reason', () => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    const analysis = anAnalysis(reps(8, { mean_power_w: 560 }));
    value(store.sets.update(set_id, { labels: { load_kg: 110 }, analysis }));
    const again = value(store.sets.update(set_id, { analysis }));
    expect(again.edits.map((edit) => edit.what)).toEqual(['load, kg: 100 → 110', 'analysed again']);
    expect(again.reps[0]?.rep.mean_power_w).toBe(560);
  });
});

describe('deleting a set', () => {
  test('hides it everywhere, and restoring brings it back whole', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const { set_id } = value(store.sets.insert(aSet(athlete_id)));
    value(store.sets.delete(set_id));
    expect(store.sets.list({ limit: 10 })).toEqual([]);
    expect(store.history({ athlete_id, lift: 'hip-thrust' })?.points).toEqual([]);
    expect([...store.csvLines({})]).toHaveLength(1);
    expect(store.sets.get(set_id)?.deleted).toBe(true);

    value(store.sets.restore(set_id));
    expect(store.sets.list({ limit: 10 })).toHaveLength(1);
    expect(store.sets.get(set_id)?.reps).toHaveLength(8);
    expect(value(store.sets.recording(set_id)).t_s).toHaveLength(400);
  });

  test('that is not there says so', () => {
    expect(problem(aStore().sets.delete(5)).code).toBe('no-set');
  });
});

test('a load typed in pounds stays what was typed, to the last digit', () => {
  const store = aStore();
  const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
  const load_kg = 225 * 0.45359237;
  value(store.sets.update(set_id, { labels: { load_kg, load_unit: 'lb' } }));
  expect(store.sets.get(set_id)?.row).toMatchObject({ load_kg, load_unit: 'lb' });
  expect(store.sets.list({ limit: 1 })).toMatchObject([{ load_kg, load_unit: 'lb' }]);
  expect(store.sets.get(set_id)?.edits.map(({ what }) => what)).toContain('unit of the load: none → lb');
});

describe('the date of a set', () => {
  test('can be put right; the set joins the session of that time, and the change is told', () => {
    const store = aStore();
    const athlete_id = anAthlete(store);
    const insert = (started_epoch_ms: number) =>
      value(store.sets.insert(aSet(athlete_id, { started_epoch_ms })));
    const [first, late] = [insert(NOON - 9 * DAY_MS), insert(NOON - HOUR_MS)];
    const session_of = (id: number) => store.sets.get(id)?.row.session_id;
    expect(session_of(late.set_id)).not.toBe(session_of(first.set_id));

    const at = NOON - 9 * DAY_MS + HOUR_MS / 4;
    const moved = value(store.sets.update(late.set_id, { started_epoch_ms: at }));
    expect(moved.row).toMatchObject({ started_epoch_ms: at, session_id: session_of(first.set_id) });
    expect(moved.edits.map((edit) => edit.what)).toEqual([expect.stringMatching(/^date: .*18.* → .*9.*/)]);

    const back = value(store.sets.update(late.set_id, { started_epoch_ms: NOON - HOUR_MS }));
    expect(back.row.session_id).not.toBe(session_of(first.set_id));
    expect(store.sets.list({ athlete_id, limit: 9 }).map(({ id }) => id)).toEqual([
      late.set_id,
      first.set_id,
    ]);
  });

  test('lies neither in the future nor before there were such sensors', () => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    for (const started_epoch_ms of [NOON + 1, Date.UTC(1999, 11, 31)])
      expect(problem(store.sets.update(set_id, { started_epoch_ms })).code).toBe('not-past');
    expect(store.sets.get(set_id)?.edits).toEqual([]);
  });
});
