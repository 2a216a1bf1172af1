import { afterEach, beforeEach, expect, test } from 'vitest';
import { RackState, REPS_ON_BOARD } from '../../src/contract/board.ts';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
beforeEach(() => {
  gym = openGym();
});
afterEach(() => gym.leave());
const board = () => gym.ask('board:get', {});

test('a station by itself is one rack: who lifts what, and each rep as it drops in', async () => {
  expect(await board()).toMatchObject({
    gym: null,
    racks: [{ name: null, here: true, age_ms: 0, state: { phase: 'idle', set: null } }],
    leaders: [],
  });
  await gym.ask('pair:simulate', { reps: 4 });
  gym.until(({ set }) => set?.status === 'running' && set.reps.length === 2);
  const { state } = (await board()).racks[0] ?? {};
  expect(state).toMatchObject({
    phase: 'set',
    set: { number: 1, reps: 2, latest: [{ number: 1 }, { number: 2 }] },
  });
  // what other stations and programs are told passes their door
  expect(RackState.parse(state)).toEqual(state);
  gym.until(({ phase }) => phase === 'review', 120);
  expect((await board()).racks[0]?.state).toMatchObject({ phase: 'done', set: { reps: 4 } });
});

test('the leaders of the day follow what is stored, by what the coach chose', async () => {
  await gym.ask('pair:simulate', { reps: 4, scenario: 'half-reps' });
  gym.until(({ phase }) => phase === 'review', 120);
  gym.clock.advance(3000);
  const [clean] = (await board()).leaders;
  expect(clean?.of).toBe(4);
  expect(clean?.score).toBeLessThan(4);
  await gym.ask('settings:update', { board: { leaders: 'speed', names: 'initials' } });
  // one day alone draws no line to be measured by
  expect(await board()).toMatchObject({ leaders_by: 'speed', leaders: [], names: 'initials' });
});

test('a long set shows its last reps, and counts all', async () => {
  await gym.ask('pair:simulate', { reps: 20 });
  gym.until(({ phase }) => phase === 'review', 300);
  const { set } = (await board()).racks[0]?.state ?? {};
  expect(set?.reps).toBe(20);
  expect(set?.latest.map(({ number }) => number)).toEqual(
    Array.from({ length: REPS_ON_BOARD }, (_, i) => 20 - REPS_ON_BOARD + i + 1),
  );
});
