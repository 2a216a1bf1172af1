import { afterEach, describe, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

const HOUR_MS = 3_600_000;

let gym: Gym;
afterEach(() => gym.leave());

/** What a simulated set sounds and draws when somebody sets the wall clock just before its second hold. */
async function play(by_ms: number): Promise<{ heard: unknown[]; drawn: number; set: unknown }> {
  gym = openGym();
  const began_ms = gym.clock.now_steady_ms();
  await gym.ask('pair:simulate', { reps: 4 });
  gym.until((state) => state.set?.reps.length === 1);
  const holds = gym.cues('lockout').length;
  while (gym.cues('lockout').length === holds) gym.clock.advance(10);
  gym.clock.setWall(by_ms);
  gym.until((state) => state.phase === 'review');
  return {
    heard: gym.cues().map((cue) => [cue.cue, cue.at_epoch_ms - began_ms, cue.sample_s]),
    drawn: gym.events.filter((event) => event.kind === 'trace').length,
    set: gym.state().set?.reps.map(({ rep }) => [rep.mcv_mps, rep.lockout.hold_s]),
  };
}

describe.each([
  ['5 s forward', 5_000],
  ['an hour forward', HOUR_MS],
  ['5 s back', -5_000],
  ['an hour back', -HOUR_MS],
])('the wall clock is set %s while a bar is at lockout', (_how, by_ms) => {
  test('the set sounds, is drawn and is measured as if nobody had touched it', async () => {
    const untouched = await play(0);
    await gym.leave();
    expect(await play(by_ms)).toEqual(untouched);
    // its date is by the clock as it is set now
    const [row] = await gym.ask('sets:list', { limit: 1 });
    const age_ms = gym.clock.now_epoch_ms() - (row?.started_epoch_ms ?? 0);
    expect(age_ms).toBeGreaterThan(0);
    expect(age_ms).toBeLessThan(60_000);
  });
});

describe('the computer sleeps for eight hours', () => {
  const NIGHT_MS = 8 * HOUR_MS;
  const chimesOf = (from: number) =>
    gym.timed
      .slice(from)
      .flatMap(({ event, at_epoch_ms }) =>
        event.kind === 'cue' && event.cue.cue === 'met' ? [event.cue.at_epoch_ms - at_epoch_ms] : [],
      );

  test.each([
    ['between two sets', 'review'],
    ['in the middle of a set', 'set'],
  ])('%s: the simulator goes on from where it was, and nothing is made up for', async (_when, phase) => {
    gym = openGym();
    await gym.ask('pair:simulate', { reps: 3 });
    gym.until((state) => state.phase === phase);
    const before = gym.events.length;
    gym.clock.sleep(NIGHT_MS);
    gym.clock.advance(1_000);
    expect(gym.events.length - before).toBeLessThan(300);
    const awake = gym.events.length;
    gym.until((state) => state.phase === 'armed' || state.phase === 'review', 60);
    gym.until((state) => state.phase === 'set', 60);
    gym.until((state) => state.phase === 'review', 60);
    // every chime is told before its moment and less than a target ahead of it
    const ahead = chimesOf(awake);
    expect(ahead.length).toBeGreaterThanOrEqual(3);
    for (const ms of ahead) {
      expect(ms).toBeGreaterThan(300);
      expect(ms).toBeLessThan(1_000);
    }
  });
});
