import { afterEach, expect, test } from 'vitest';
import type { LiftId } from '../../src/lifts/lift.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { type Gym, openGym } from './gym.ts';
import { createWire } from './wire.ts';

let gym: Gym;
afterEach(() => gym.leave());

async function lift(spec: SetSpec): Promise<void> {
  gym = openGym();
  await gym.ask('station:lift', { lift: spec.lift ?? 'hip-thrust', variation: 'barbell' });
  const { recording } = simulatedSet(spec);
  const facts = {
    id: 'wire',
    family: 'file',
    family_title: 'wire',
    speed: 1,
    simulated: false,
    stores: true,
    link: null,
  };
  gym.open.station.sources.add(facts, createWire(gym.clock, recording), true);
}
const still = (duration_s: number) => ({ kind: 'still', duration_s }) as const;

test('a long lockout does not end a set', async () => {
  await lift({ seed: 8, reps: 3, hold_s: [14, 1.2, 1.2], mcv_mps: 0.5, after: [still(12)] });
  gym.until((state) => state.set?.hold != null);
  gym.clock.advance(12_000);
  expect(gym.state()).toMatchObject({ phase: 'set', set: { hold: { target_s: 1 } } });
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.summary.reps).toBe(3);
  expect(gym.state().set?.reps[0]?.rep.lockout.hold_s).toBeGreaterThan(13);
});

const lifts: [LiftId, SetSpec['after']][] = [
  ['squat', [{ kind: 'rerack' }, still(12)]],
  ['bench-press', [{ kind: 'rerack' }, still(12)]],
  ['deadlift', [still(12)]],
  ['row', [{ kind: 'put-down' }, still(12)]],
];
test.each(lifts)('a set of five of the %s is five reps and ends in rack or on floor', async (id, after) => {
  await lift({ seed: 21, lift: id, reps: 5, mcv_mps: 0.5, ...(after ? { after } : {}) });
  gym.until((state) => state.phase === 'review');
  expect(gym.state().set?.summary.reps).toBe(5);
  expect(gym.state().set?.setup.lift).toBe(id);
  const [row] = await gym.ask('sets:list', { limit: 1 });
  expect(row?.lift).toBe(id);
});
