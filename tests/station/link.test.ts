import { afterEach, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { words } from '../../src/words/index.ts';
import { type Gym, openGym } from './gym.ts';
import { createWire, type Wire } from './wire.ts';

let gym: Gym;
afterEach(() => gym.leave());

const still = (duration_s: number) => ({ kind: 'still', duration_s }) as const;
const lifted = (reps: number): Recording =>
  simulatedSet({
    seed: 5,
    reps,
    hold_s: 1.3,
    mcv_mps: 0.55,
    fatigue: 0.1,
    before: [still(4)],
    after: [still(12)],
  }).recording;

function connect(recording: Recording): Wire {
  const wire = createWire(gym.clock, recording);
  gym.open.station.sources.add(
    {
      id: 'wire',
      family: 'witmotion',
      family_title: 'WitMotion',
      speed: 1,
      simulated: false,
      stores: true,
      link: null,
    },
    wire,
    true,
  );
  return wire;
}

test('a link lost in the middle of a set: the set goes on, is marked, and the gap is in its recording', async () => {
  gym = openGym();
  const wire = connect(lifted(8));
  gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 3);
  wire.cut('out of range');
  expect(gym.state()).toMatchObject({ phase: 'set', source: { phase: 'lost' } });
  expect(gym.state().source?.problem).toContain('out of range');
  gym.clock.advance(2_000);
  wire.mend();
  gym.until((state) => state.phase === 'review');
  const { set } = gym.state();
  expect(set).toMatchObject({ interrupted: true, status: 'finished' });
  expect(set?.recording?.gaps).toBeGreaterThanOrEqual(1);
  expect(set?.summary.reps).toBeGreaterThanOrEqual(6);
  expect(set?.remark?.text).toContain(words.says.set.interrupted);
  const [row] = await gym.ask('sets:list', { limit: 1 });
  expect(row).toMatchObject({ interrupted: true, simulated: false });
});

// the gap begins while a rep is held or lowered and ends while the next goes up, or before it does
test.each([
  [2000, 2700],
  [2600, 2100],
  [3000, 1800],
  [3200, 1500],
])(
  'lost %i ms into a rep for %i ms: what was told stays, the reps after it are told at lockout',
  (into_ms, gap_ms) => {
    gym = openGym();
    const wire = connect(lifted(7));
    gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 3);
    gym.clock.advance(into_ms);
    const told = gym.state().set?.reps.map(({ rep }) => rep.concentric.start_s) ?? [];
    wire.cut('out of range');
    gym.clock.advance(gap_ms);
    wire.mend();
    const back_ms = gym.clock.now_epoch_ms();
    gym.until((state) => state.set?.reps.length === told.length + 2);
    const shown = gym.state().set?.reps.map(({ rep }) => rep.concentric.start_s) ?? [];
    for (const [at, start_s] of told.entries()) expect(shown[at]).toBeCloseTo(start_s, 1);
    gym.until((state) => state.phase === 'review');
    // the last two of the seven, and the one before where enough of it was seen
    expect(gym.cues('lockout').filter((cue) => cue.at_epoch_ms > back_ms).length).toBeGreaterThanOrEqual(2);
  },
);

test('a link that does not come back ends the set with what there is', async () => {
  gym = openGym();
  const wire = connect(lifted(8));
  gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 4);
  wire.cut('battery empty');
  gym.clock.advance(60_000);
  expect(gym.state().phase).toBe('set');
  gym.clock.advance(130_000);
  expect(gym.state().phase).toBe('review');
  expect(gym.state().set).toMatchObject({ interrupted: true, summary: { reps: 4 } });
});

test('no chime rings from a hold whose link is gone', async () => {
  gym = openGym();
  const wire = connect(lifted(3));
  gym.until((state) => state.set?.hold != null);
  const chime = gym.cues('met').at(-1);
  wire.cut('out of range');
  expect(gym.events).toContainEqual({ kind: 'cue-cancelled', id: chime?.id });
});

test('a source that ends ends its set; disconnecting it does too', async () => {
  gym = openGym();
  const { recording } = simulatedSet({ seed: 5, reps: 4, before: [still(4)], after: [still(2)] });
  connect(recording);
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.summary.reps).toBe(4);
  await gym.ask('pair:disconnect', { id: 'wire' });
  expect(gym.state().sources).toEqual([]);

  connect(lifted(8));
  gym.until((state) => state.set?.reps.filter((entry) => entry.settled).length === 2);
  await gym.ask('pair:disconnect', { id: 'wire' });
  expect(gym.state().phase).toBe('review');
  expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(2);
});

test('a bar that is carried about, loaded and rolled makes no set', async () => {
  gym = openGym();
  const { recording } = simulatedSet({
    seed: 11,
    reps: 1,
    failed_attempts: 0,
    before: [
      still(4),
      { kind: 'load-plates', plates: 3 },
      { kind: 'roll-floor', distance_m: 0.8 },
      { kind: 'thump', count: 3 },
      { kind: 'settle-in', duration_s: 2 },
      still(3),
    ],
    after: [still(12)],
  });
  connect(recording);
  gym.until((state) => state.phase === 'review');
  // only the one rep that was lifted
  expect(gym.state().set?.reps).toHaveLength(1);
  expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(1);
});
