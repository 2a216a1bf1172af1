import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnalyst } from '../../main/station/stored/analyst.ts';
import { correctSet, movementsOfSet, takeBackCorrection } from '../../main/station/stored/correct-set.ts';
import { editSet, reanalyseSet } from '../../main/station/stored/edit-set.ts';
import { contextOfLabels } from '../../main/station/stored/labels.ts';
import type { Store, StoredSet } from '../../main/store/index.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { aFolder, anAthlete, aSet, aStore, problem, someLabels, value } from './given.ts';

const analyst = createAnalyst(() => {});

const { recording: grind } = simulatedSet({ seed: 5, reps: 5, hold_s: 1, mcv_mps: 0.3, failed_attempts: 1 });
const { recording: brisk } = simulatedSet({ seed: 5, reps: 5, hold_s: 1, mcv_mps: 0.6 });

/** A stored set with a failed attempt at its end. */
function stored(store: Store, recording = grind): number {
  const athlete_id = anAthlete(store);
  const labels = someLabels(athlete_id, { calibration: null });
  const analysis = analyzeSet(recording, contextOfLabels(labels));
  return value(store.sets.insert(aSet(athlete_id, { labels, recording, analysis }))).set_id;
}
const failedAt = async (store: Store, id: number): Promise<number> =>
  value(await movementsOfSet(store, analyst, id)).not_counted.find(({ why_not }) => why_not === 'failed')
    ?.peak_s ?? 0;
const starts = (set: StoredSet | null) => set?.reps.map(({ rep }) => rep.concentric.start_s) ?? [];
const middle = (set: StoredSet | null, k: number): number => {
  const concentric = set?.reps[k]?.rep.concentric;
  return ((concentric?.start_s ?? 0) + (concentric?.end_s ?? 0)) / 2;
};

describe('a movement counted by hand', () => {
  test('is a rep of the set, marked and audited, and taken back the set is what it was', async () => {
    const store = aStore();
    const id = stored(store);
    const before = store.sets.get(id);
    const at_s = await failedAt(store, id);
    const counted = value(await correctSet(store, analyst, id, { kind: 'count', at_s }));
    const reps = before?.reps.length ?? 0;
    expect(counted.reps.flatMap(({ rep, edited }) => (edited ? rep.index : []))).toEqual([reps + 1]);
    expect(counted.failed).toHaveLength((before?.failed.length ?? 0) - 1);
    expect(counted.row.summary).toMatchObject({ reps: reps + 1 });
    expect(
      value(await movementsOfSet(store, analyst, id)).not_counted.map(({ peak_s }) => peak_s),
    ).not.toContainEqual(expect.closeTo(at_s, 1));

    const back = value(await takeBackCorrection(store, analyst, id, counted.corrections[0]?.id ?? 0));
    expect(back.corrections).toEqual([]);
    expect(back.row.summary).toEqual(before?.row.summary);
    expect(back.reps.map(({ rep }) => rep)).toEqual(before?.reps.map(({ rep }) => rep));
    const second = Math.round(at_s * 10) / 10;
    expect(back.edits.map(({ what }) => what)).toEqual([
      `movement counted as a rep at second ${second}`,
      `no longer counted as a rep at second ${second}`,
    ]);
  });

  test('lasts through a new analysis and new labels', async () => {
    const store = aStore();
    const id = stored(store);
    const reps = (store.sets.get(id)?.reps.length ?? 0) + 1;
    value(await correctSet(store, analyst, id, { kind: 'count', at_s: await failedAt(store, id) }));
    expect(value(await reanalyseSet(store, analyst, id)).row.summary.reps).toBe(reps);
    const heavier = value(await editSet(store, analyst, id, { load_kg: 120 }));
    expect(heavier.row.summary.reps).toBe(reps);
    expect(heavier.reps.at(-1)?.edited).toBe(true);
  });

  test('that a newer algorithm does not find any more is told and audited, not forgotten', async () => {
    const store = aStore();
    const id = stored(store);
    const nowhere = { kind: 'count', at_s: 0.1 } as const;
    // as if an older algorithm had seen a movement there
    const analysis = analyzeSet(grind, contextOfLabels(store.sets.get(id)?.labels ?? someLabels(1)));
    const made = value(store.sets.update(id, { correct: nowhere, analysis }));
    const again = value(await reanalyseSet(store, analyst, id));
    expect(again.corrections).toEqual(made.corrections);
    expect(again.edits.at(-1)?.what).toBe('no movement found any more for the change by hand at second 0.1');
    expect(value(await movementsOfSet(store, analyst, id)).unmet).toEqual([made.corrections[0]?.id]);
  });

  test('where nothing moved is refused in words, and nothing is kept', async () => {
    const store = aStore();
    const id = stored(store);
    expect(problem(await correctSet(store, analyst, id, { kind: 'count', at_s: 0.1 })).message).toContain(
      'no movement',
    );
    expect(store.sets.get(id)).toMatchObject({ corrections: [], edits: [] });
  });
});

describe('reps joined and split', () => {
  test('two become one; split again they are two; both taken back, the set is what it was', async () => {
    const store = aStore();
    const id = stored(store, brisk);
    const before = store.sets.get(id);
    const at_s = middle(before, 0);
    const joined = value(
      await correctSet(store, analyst, id, { kind: 'join', at_s, to_s: middle(before, 1) }),
    );
    expect(joined.reps).toHaveLength((before?.reps.length ?? 0) - 1);
    expect(joined.reps[0]?.edited).toBe(true);
    const split = value(await correctSet(store, analyst, id, { kind: 'split', at_s }));
    expect(starts(split)).toEqual(starts(before).map((start) => expect.closeTo(start, 1)));
    for (const { id: correction } of split.corrections.toReversed())
      value(await takeBackCorrection(store, analyst, id, correction));
    expect(starts(store.sets.get(id))).toEqual(starts(before));
    expect(store.sets.get(id)?.edits).toHaveLength(4);
  });

  test('a rep that went up in one go is not split', async () => {
    const store = aStore();
    const id = stored(store, brisk);
    const refused = await correctSet(store, analyst, id, {
      kind: 'split',
      at_s: middle(store.sets.get(id), 0),
    });
    expect(problem(refused).message).toContain('nowhere to split');
  });

  test('what is taken back twice says so', async () => {
    const store = aStore();
    expect(problem(await takeBackCorrection(store, analyst, stored(store, brisk), 7)).code).toBe(
      'no-correction',
    );
  });
});

test('a file of version 1 is brought up to date and its set can be corrected', async () => {
  const folder = aFolder();
  const file = path.join(import.meta.dirname, '..', 'fixtures', 'store', 'v1.sqlite');
  fs.copyFileSync(file, path.join(folder, 'lockout.sqlite'));
  const store = aStore({ folder });
  const id = store.sets.list({ limit: 1 })[0]?.id ?? 0;
  const before = store.sets.get(id);
  if (before === null) throw new Error('the set is not there');
  expect(before.corrections).toEqual([]);
  const analysis = analyzeSet(value(store.sets.recording(id)), contextOfLabels(before.labels));
  const changed = value(store.sets.update(id, { correct: { kind: 'join', at_s: 1, to_s: 2.5 }, analysis }));
  expect(changed.corrections).toEqual([{ id: 1, kind: 'join', at_s: 1, to_s: 2.5 }]);
  expect(store.sets.get(id)?.edits.map(({ what }) => what)).toContain('reps joined at second 1');
});
