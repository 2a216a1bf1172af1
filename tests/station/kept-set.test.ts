import { afterEach, describe, expect, test } from 'vitest';
import type { Analyse } from '../../main/station/stored/analyst.ts';
import type { StationState } from '../../src/contract/station.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { words } from '../../src/words/index.ts';
import { findRung } from '../accuracy/rungs.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const fails: Analyse = () => {
  throw new RangeError('Invalid typed array length: -3');
};
/** Sees the beginning of a set only: the rest of its reps are lost. */
const seesTheFirst =
  (share: number): Analyse =>
  (recording, context) =>
    analyzeSet(firstOf(recording, share), context);

function firstOf(recording: Recording, share: number): Recording {
  const n = Math.round(share * recording.t_s.length);
  return {
    ...recording,
    t_s: recording.t_s.slice(0, n),
    accel_g: recording.accel_g.slice(0, 3 * n),
    gyro_dps: recording.gyro_dps?.slice(0, 3 * n) ?? null,
  };
}

const settled = (state: StationState, reps: number): boolean =>
  state.set?.reps.filter((entry) => entry.settled).length === reps;

describe('a set whose analysis fails', () => {
  const ends: Record<string, () => Promise<void>> = {
    'when the bar rests': async () => gym.until((state) => state.phase === 'review'),
    'by key': async () => {
      gym.until((state) => settled(state, 3));
      await gym.ask('station:end-set', {});
    },
    'when the sensor is taken away': async () => {
      gym.until((state) => settled(state, 3));
      await gym.ask('pair:disconnect', { id: gym.state().source?.id ?? '' });
    },
    'when the station stops': async () => gym.until((state) => settled(state, 3)),
  };
  test.each(Object.keys(ends))(
    '%s is stored as it was counted live, and can be analysed later',
    async (how) => {
      gym = openGym(undefined, fails);
      await gym.ask('pair:simulate', { reps: 3 });
      gym.until((state) => state.phase === 'set');
      await ends[how]?.();
      if (how !== 'when the station stops') {
        expect(gym.state().phase).not.toBe('set');
        expect(gym.state().set?.remark?.text).toContain(words.says.set.fromLive);
      }
      await gym.open.close();

      gym = openGym(gym);
      expect(gym.state().recoveries).toEqual([]);
      const [row] = await gym.ask('sets:list', { limit: 5 });
      const id = row?.id ?? 0;
      const kept = await gym.ask('sets:get', { id });
      expect(kept).toMatchObject({ from_live: true, outdated: true, live_reps: 3 });
      expect(kept.reps).toHaveLength(3);
      const again = await gym.ask('sets:reanalyse', { id });
      expect(again).toMatchObject({ from_live: false, outdated: false, live_reps: 3 });
      again.reps.forEach(({ rep }, i) => {
        // the same movements, told from the same beginning
        expect(rep.lockout.start_s).toBeCloseTo(kept.reps[i]?.rep.lockout.start_s ?? 0, 0);
      });
      expect(again.trace.t_s.length).toBeGreaterThan(100);
    },
  );

  test('in a thread that dies of it is stored as it was counted live, with the station going on', async () => {
    const thread = Promise.withResolvers<never>();
    gym = openGym(undefined, () => thread.promise);
    await gym.ask('pair:simulate', { reps: 3 });
    gym.until((state) => settled(state, 3));
    await gym.ask('station:end-set', {});
    const ending = gym.state();
    thread.reject(new Error('worker ended with 1'));
    await gym.open.station.runner.settled();
    // until the answer was there the set was shown as it ran
    expect(ending).toMatchObject({ phase: 'review', set: { status: 'running', set_id: null, hold: null } });
    const [row] = await gym.ask('sets:list', { limit: 5 });
    const kept = await gym.ask('sets:get', { id: row?.id ?? 0 });
    expect(kept).toMatchObject({ from_live: true, outdated: true, live_reps: 3 });
    expect(gym.state().set).toMatchObject({ status: 'finished', set_id: row?.id });
  });

  test('is refused another analysis that fails, and stays as it is', async () => {
    gym = openGym(undefined, fails);
    await gym.ask('pair:simulate', { reps: 2 });
    gym.until((state) => state.phase === 'review');
    const id = gym.state().set?.set_id ?? 0;
    const before = await gym.ask('sets:get', { id });
    expect(await gym.tryTo('sets:reanalyse', { id })).toMatchObject({
      ok: false,
      error: { message: words.says.set.analysisFailed },
    });
    const heavier = await gym.ask('sets:update', { id, patch: { load_kg: 140 } });
    expect(heavier.row.load_kg).toBe(140);
    expect(heavier.reps).toEqual(before.reps);
  });

  test('loses nothing when it is recovered either', async () => {
    gym = openGym(undefined, fails);
    await gym.ask('pair:simulate', { reps: 4 });
    gym.until((state) => settled(state, 3));
    await gym.pullThePlug();
    gym = openGym(gym, fails);
    const [recovery] = gym.state().recoveries;
    const accepted = await gym.ask('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
    expect(accepted.reps).toHaveLength(3);
    expect(await gym.ask('sets:get', { id: accepted.set_id })).toMatchObject({ from_live: true });
  });
});

test('a set that the end loses is kept as it was counted live', async () => {
  gym = openGym(undefined, seesTheFirst(0.1));
  await gym.ask('pair:simulate', { reps: 5 });
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  expect(set?.summary.reps).toBe(5);
  expect(set?.remark?.text).toContain(words.says.set.fromLive);
  const id = set?.set_id ?? 0;
  expect(await gym.ask('sets:get', { id })).toMatchObject({ from_live: true, live_reps: 5 });
  expect(await gym.tryTo('sets:reanalyse', { id })).toMatchObject({
    ok: false,
    error: { message: words.says.set.keptLive },
  });
});

test('where end and live differ by a rep, both are told', async () => {
  gym = openGym(undefined, seesTheFirst(0.5));
  await gym.ask('pair:simulate', { reps: 5 });
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  const found = set?.summary.reps ?? 0;
  expect(found).toBeGreaterThanOrEqual(3);
  expect(found).toBeLessThan(5);
  expect(set?.remark?.text).toContain(`live counted 5, the end of the set found ${found}`);
  expect(words.says.set.corrected(5, 7)).toBe('2 more reps found at the end of the set');
  expect(words.says.set.corrected(5, 5)).toBeNull();
  expect(words.says.set.corrected(null, 5)).toBeNull();
});

test('what was counted and taken back is kept for a day, and may be analysed or discarded', async () => {
  gym = openGym();
  // the coach twists the bar before the set: counted first, then known for what it was
  const twisted = findRung('lever-5cm-twisted')?.make(1);
  if (twisted === undefined) throw new Error('no such rung');
  await gym.ask('pair:replay', { csv: [...recordingToCsv(twisted.recording)].join(''), speed: 1 });
  gym.until((state) => state.recoveries.length > 0);
  const [kept] = gym.state().recoveries;
  expect(kept).toMatchObject({ without_reps: true, lift: 'hip-thrust' });
  // whoever heard it counted hears that it is not, and reads where it is
  expect(gym.cues('not-counted')).toHaveLength(1);
  expect(gym.state().notice?.text).toBe(words.says.set.nothing);
  const journal_id = kept?.journal_id ?? '';
  expect(await gym.tryTo('recovery:accept', { journal_id })).toMatchObject({
    ok: false,
    error: { message: words.says.set.stillNothing },
  });
  gym.until((state) => state.phase === 'review' || state.phase === 'no-source');
  await gym.open.close();
  gym = openGym(gym);
  expect(gym.state().recoveries.map((entry) => entry.journal_id)).toContain(journal_id);
  await gym.ask('recovery:discard', { journal_id });
  expect(gym.state().recoveries).toEqual([]);
});
