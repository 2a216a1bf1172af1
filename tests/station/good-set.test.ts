import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

test('a simulated set of eight is shown, judged, heard, stored and ends by itself', async () => {
  gym = openGym();
  expect(gym.state().phase).toBe('no-source');
  await gym.ask('pair:simulate', {});
  gym.until((state) => state.phase === 'armed');
  gym.until((state) => state.phase === 'set');
  expect(gym.state().keep_awake).toBe(true);
  gym.until((state) => state.phase === 'review');

  const { set, resting_since_epoch_ms } = gym.state();
  expect(set?.status).toBe('finished');
  expect(set?.reps).toHaveLength(8);
  expect(set?.summary).toMatchObject({ reps: 8, full: 8, failed: 0 });
  expect(set?.holds_met).toBe(8);
  for (const { rep, settled } of set?.reps ?? []) {
    expect(settled).toBe(true);
    expect(rep.mcv_mps).toBeGreaterThan(0.4);
    expect(rep.lockout.hold_s).toBeGreaterThan(1);
  }
  // the rest timer counts from when the bar came to rest, 8 s before the set was over
  expect((set?.ended_epoch_ms ?? 0) - (resting_since_epoch_ms ?? 0)).toBeGreaterThan(7_000);

  const rows = await gym.ask('sets:list', { limit: 10 });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ id: set?.set_id, simulated: true, interrupted: false, load_kg: 100 });
  const history = await gym.ask('history:get', { athlete_id: rows[0]?.athlete_id ?? 0, lift: 'hip-thrust' });
  expect(history.points.map((point) => point.reps)).toEqual([8]);
});

test('every hold is heard: a lockout tone, then the chime within 100 ms of hold start + target', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', {});
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  expect(gym.cues('lockout')).toHaveLength(8);
  expect(gym.cues('set-start')).toHaveLength(1);
  expect(gym.cues('set-end')).toHaveLength(1);
  const cancelled = new Set(
    gym.events.flatMap((event) => (event.kind === 'cue-cancelled' ? [event.id] : [])),
  );
  const chimes = gym.cues('met').filter((cue) => !cancelled.has(cue.id));
  expect(chimes).toHaveLength(8);
  set?.reps.forEach(({ rep }, i) => {
    // the final hold start, on the live clock
    const met_s = rep.lockout.start_s + (set.trace_origin_s ?? 0) + 1;
    expect(Math.abs((chimes[i]?.sample_s ?? 0) - met_s)).toBeLessThan(0.1);
  });
});

test('a set is still there after a restart, with the same athlete, lift and load chosen', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', {});
  await gym.ask('station:load', { load_kg: 120 });
  gym.until((state) => state.phase === 'review');
  const before = gym.state().set;
  await gym.open.close();
  gym = openGym(gym);
  expect(gym.state().setup).toMatchObject({ lift: 'hip-thrust', load_kg: 120 });
  const detail = await gym.ask('sets:get', { id: before?.set_id ?? 0 });
  expect(detail.reps.map((entry) => entry.rep.mcv_mps)).toEqual(
    before?.reps.map((entry) => entry.rep.mcv_mps),
  );
  expect(detail.outdated).toBe(false);
});

test('analysing the stored samples again gives the very same reps', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 5, seed: 3 });
  gym.until((state) => state.phase === 'review');
  const id = gym.state().set?.set_id ?? 0;
  const before = await gym.ask('sets:get', { id });
  const after = await gym.ask('sets:reanalyse', { id });
  expect(after.reps.map((entry) => entry.rep)).toEqual(before.reps.map((entry) => entry.rep));
  expect(after.row.summary).toEqual(before.row.summary);
});

test('the next set begins by itself and counts up in the session', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.number).toBe(1);
  gym.until((state) => state.phase === 'set');
  expect(gym.state().set).toMatchObject({ number: 2, status: 'running', set_id: null });
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set).toMatchObject({ number: 2, summary: { reps: 3 } });
  expect(await gym.ask('sets:list', { limit: 10 })).toHaveLength(2);
});

test('the state is sent whole, in growing revisions, and the trace at most 60 times a second', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { reps: 2 });
  gym.clock.advance(10_000);
  const revisions = gym.events.flatMap((event) => (event.kind === 'state' ? [event.state.revision] : []));
  expect(revisions.length).toBeGreaterThan(3);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  const frames = gym.events.flatMap((event) => (event.kind === 'trace' ? [event.frame] : []));
  expect(frames.length).toBeGreaterThan(100);
  expect(frames.length).toBeLessThanOrEqual(601);
  const points = frames.flatMap((frame) => frame.t_s);
  expect(points).toEqual([...points].sort((a, b) => a - b));
  expect(points.length).toBeGreaterThan(400);
});
