import { afterEach, expect, test } from 'vitest';
import type { LiveSet } from '../../src/contract/live-set.ts';
import type { Argument } from '../../src/contract/requests.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

async function lift(scenario: Argument<'pair:simulate'>['scenario'], seed = 1): Promise<LiveSet> {
  gym = openGym();
  await gym.ask('pair:simulate', { scenario, seed });
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  if (!set) throw new Error('no set');
  return set;
}
const cancelledIds = (): Set<number> =>
  new Set(gym.events.flatMap((event) => (event.kind === 'cue-cancelled' ? [event.id] : [])));

test('half reps: every third is told as one, by ear, by word and in the store', async () => {
  const set = await lift('half-reps');
  const partial = set.reps.filter(({ rep }) => rep.verdict.range === 'partial').map(({ rep }) => rep.index);
  expect(partial).toEqual([3, 6]);
  expect(gym.cues('partial')).toHaveLength(2);
  expect(set.remark).toMatchObject({ tone: 'warning' });
  expect(set.remark?.text).toContain('2 half reps');
  const remarks = gym.events.flatMap((event) =>
    event.kind === 'state' ? [event.state.set?.remark?.text ?? ''] : [],
  );
  expect(remarks.some((text) => /^Rep 3 stopped at \d\d % of full range$/.test(text))).toBe(true);
  const detail = await gym.ask('sets:get', { id: set.set_id ?? 0 });
  expect(detail.row.summary.partial).toBe(2);
});

test('missed holds: no chime for those that end early, and the set says how many', async () => {
  const set = await lift('missed-holds');
  expect(set).toMatchObject({ holds_met: 4, holds_judged: 8 });
  const cancelled = cancelledIds();
  expect(gym.cues('met').filter((cue) => !cancelled.has(cue.id))).toHaveLength(4);
  expect(gym.cues('lockout')).toHaveLength(8);
  expect(set.remark?.text).toContain('4 holds of 8 missed');
});

test('dropped reps click and are named', async () => {
  const set = await lift('dropped');
  const dropped = set.reps
    .filter(({ rep }) => rep.verdict.lowering === 'dropped')
    .map(({ rep }) => rep.index);
  expect(dropped).toEqual([4, 8]);
  expect(gym.cues('dropped').length).toBeGreaterThanOrEqual(1);
  expect(set.remark?.text).toContain('2 dropped');
});

test('over-extension is seen against the calibrated lockout height', async () => {
  const set = await lift('over-extended');
  const over = set.reps
    .filter(({ rep }) => rep.verdict.flags.includes('over-extended'))
    .map(({ rep }) => rep.index);
  // 3 to 5 cm too high: the lower end is within what cannot be told for sure
  expect(over.length).toBeGreaterThanOrEqual(1);
  expect([3, 7]).toEqual(expect.arrayContaining(over));
  expect(set.remark?.text).toContain(`${over.length} above lockout`);
});

test('constant tension: the hover is not held against the range, rests on the floor are', async () => {
  const set = await lift('constant-tension');
  expect(set.setup.targets.constant_tension).toBe(true);
  expect(set.summary).toMatchObject({ reps: 8, partial: 0 });
  const rests = set.reps.filter(({ rep }) => rep.verdict.flags.includes('floor-rest'));
  expect(rests.map(({ rep }) => rep.index)).toEqual(expect.arrayContaining([3, 7]));
});

test('failed attempts after the last rep are shown as failed, sounded and not counted', async () => {
  // an attempt that gets a third of the way up at 0.1 m/s is not always told from a last rep: most are
  let told = 0;
  for (const seed of [2, 3, 5, 7, 10]) {
    const set = await lift('grind', seed);
    if (set.failed.length === 1 && gym.cues('failed').length === 1) {
      told++;
      expect(set.summary).toMatchObject({ reps: 8, failed: 1 });
      expect(set.advice?.kind).toBe('too-heavy');
      expect(set.remark?.text).toContain('1 failed attempt');
    }
    await gym.leave();
  }
  expect(told).toBeGreaterThanOrEqual(3);
  gym = openGym();
});

test('the velocity-loss stop sounds once, at the limit that was set', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { scenario: 'grind' });
  await gym.ask('station:goal', { velocity_loss_pct: 15 });
  gym.until((state) => state.set?.velocity_loss_reached === true);
  expect(gym.state().phase).toBe('set');
  expect(gym.state().set?.remark?.text).toMatch(/^Stop: \d+ % slower/);
  gym.until((state) => state.phase === 'review');
  expect(gym.cues('velocity-loss')).toHaveLength(1);
});

test('a stop goes with the rep it was for, and comes back with it; the voice says it too', async () => {
  gym = openGym();
  await gym.ask('settings:update', {
    speak: { rep_number: false, velocity: false, verdict: false, to_go: true },
  });
  await gym.ask('pair:simulate', { scenario: 'grind' });
  await gym.ask('station:goal', { velocity_loss_pct: 15, reps: 8 });
  gym.until((state) => state.set?.velocity_loss_reached === true);
  expect(gym.cues('speak').at(-1)?.text).toBe('stop');
  expect(gym.cues('speak')[0]?.text).toBe('7 to go');
  // a slip, says the coach: nobody is told to stop any more, on the screen either
  await gym.ask('station:undo', {});
  expect(gym.state().set).toMatchObject({ velocity_loss_reached: false });
  expect(gym.state().set?.remark?.text).not.toMatch(/^Stop/);
  await gym.ask('station:undo', {});
  expect(gym.state().set).toMatchObject({ velocity_loss_reached: true });
  // nor under a limit that is further off
  await gym.ask('station:goal', { velocity_loss_pct: 60 });
  expect(gym.state().set).toMatchObject({ velocity_loss_reached: false });
});

test('a rep that is taken back, or a goal that is raised, is still to come and is told again', async () => {
  gym = openGym();
  const told = (): number[] => [gym.cues('last-rep').length, gym.cues('goal').length];
  const lifted = (reps: number): void =>
    gym.until(({ set }) => set?.reps.length === reps && set.reps.at(-1)?.settled === true);
  await gym.ask('pair:simulate', { scenario: 'good', reps: 7 });
  await gym.ask('station:goal', { reps: 3, velocity_loss_pct: null });
  lifted(3);
  expect(told()).toEqual([1, 1]);
  await gym.ask('station:undo', {});
  lifted(4);
  expect(told()).toEqual([1, 2]);
  await gym.ask('station:goal', { reps: 5 });
  lifted(5);
  expect(told()).toEqual([2, 2]);
  gym.until((state) => state.phase === 'review');
  expect(told()).toEqual([2, 3]);
});

test('one rep to go and the goal are said once each, after what is said about the rep', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { scenario: 'good', reps: 6 });
  await gym.ask('station:goal', { reps: 4 });
  gym.until((state) => state.phase === 'review');
  expect(gym.cues('last-rep')).toHaveLength(1);
  expect(gym.cues('goal')).toHaveLength(1);
  const [last, goal] = [gym.cues('last-rep')[0], gym.cues('goal')[0]];
  expect(last?.sample_s).toBeLessThan(goal?.sample_s ?? 0);
});

test('half reps hear "higher", never a chime of their own; their holds are missed', async () => {
  gym = openGym();
  await gym.ask('pair:simulate', { scenario: 'half-reps', reps: 8 });
  gym.until((state) => state.phase === 'review');
  const set = gym.state().set;
  const below = set?.reps.filter(({ rep }) => rep.verdict.range === 'partial').length ?? 0;
  expect(below).toBeGreaterThan(0);
  expect(gym.cues('higher')).toHaveLength(below);
  expect(gym.cues('lockout')).toHaveLength((set?.reps.length ?? 0) - below);
  expect(set?.holds_judged).toBe(set?.reps.filter(({ rep }) => rep.verdict.hold !== 'unsure').length);
});
