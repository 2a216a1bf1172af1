import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { aSmallDisk, CAN_MOUNT } from '../store/small-disk.ts';
import { type Gym, openGym } from './gym.ts';
import { createVirtualClock } from './virtual-clock.ts';

let gym: Gym;
afterEach(() => gym.open.close());

/** The journal's own syncs take real time. */
const disksDoTheirWork = () => new Promise((resolve) => setTimeout(resolve, 300));

async function liftASet(whileItRuns: () => void = () => {}): Promise<void> {
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'set');
  whileItRuns();
  gym.until((state) => state.phase === 'review');
  await gym.ask('pair:disconnect', { id: gym.state().source?.id ?? '' });
  await gym.ask('station:next', {});
}

describe.skipIf(!CAN_MOUNT)('on a disk that is full', () => {
  test('every set that ends stays, is told until there is room, and is then stored by itself', async () => {
    const disk = aSmallDisk(3);
    gym = openGym({ folder: disk.folder, clock: createVirtualClock() });
    await liftASet();
    await liftASet(disk.fill);
    await liftASet();
    await liftASet();
    await disksDoTheirWork();
    const { unstored } = gym.state();
    expect(unstored).toMatchObject({ sets: 3, on_disk: 0 });
    expect(unstored?.text).toContain('do not close Lockout');
    expect(unstored?.text).toContain(words.store.cures.diskFull);
    expect(await gym.ask('sets:list', { limit: 10 })).toHaveLength(1);

    disk.makeRoom();
    gym.clock.advance(70_000);
    expect(gym.state().unstored).toBeNull();
    const rows = await gym.ask('sets:list', { limit: 10 });
    expect(rows.map((row) => row.summary.reps)).toEqual([2, 2, 2, 2]);
    expect(fs.readdirSync(path.join(disk.folder, 'journal'))).toEqual([]);
  });

  test('the sets can be saved somewhere else, with their raw signal', async () => {
    const disk = aSmallDisk(3);
    gym = openGym({ folder: disk.folder, clock: createVirtualClock() });
    expect(await gym.tryTo('unstored:save', {})).toMatchObject({ ok: false });
    await liftASet(disk.fill);
    const file = await gym.ask('unstored:save', {});
    const { sets } = JSON.parse(file.text);
    expect(sets).toHaveLength(1);
    expect(sets[0]).toMatchObject({ athlete: 'Demo athlete', numbers: { set: { reps: 2 } } });
    expect(sets[0].recording_csv.split('\n').length).toBeGreaterThan(1000);
    disk.makeRoom();
    await gym.ask('unstored:retry', {});
    expect(gym.state().unstored).toBeNull();
  });

  test('with room for journals only the station may stop: the sets are offered again', async () => {
    const disk = aSmallDisk(3);
    gym = openGym({ folder: disk.folder, clock: createVirtualClock() });
    await liftASet(disk.fill);
    disk.makeRoom();
    await gym.open.close();
    gym = openGym({ folder: disk.folder, clock: gym.clock });
    expect(await gym.ask('sets:list', { limit: 10 })).toHaveLength(1);
  });
});

describe('in a folder that is taken away under the station', () => {
  test('nothing counts as stored, and each set is in a journal where the folder was', async () => {
    gym = openGym();
    const moved = `${gym.folder}-moved`;
    await liftASet();
    await liftASet(() => fs.renameSync(gym.folder, moved));
    await disksDoTheirWork();
    expect(gym.state().unstored).toMatchObject({ sets: 1, on_disk: 0 });
    expect(gym.state().unstored?.text).toContain(words.store.folder.gone(gym.folder));
    gym.clock.advance(5_000);
    expect(gym.state().unstored).toMatchObject({ sets: 1, on_disk: 1 });
    expect(fs.readdirSync(path.join(gym.folder, 'journal'))).toHaveLength(1);

    fs.rmSync(gym.folder, { recursive: true });
    fs.renameSync(moved, gym.folder);
    gym.clock.advance(70_000);
    expect(gym.state().unstored).toBeNull();
    expect(await gym.ask('sets:list', { limit: 10 })).toHaveLength(2);
  });

  test('or deleted, the next start offers them', async () => {
    gym = openGym();
    await liftASet(() => fs.rmSync(gym.folder, { recursive: true }));
    gym.clock.advance(5_000);
    await gym.open.close();
    gym = openGym(gym);
    const [recovery] = gym.state().recoveries;
    const { reps } = await gym.ask('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
    expect(reps).toHaveLength(2);
  });
});

test.each(['EIO', 'EROFS', 'ENOSPC'])('a journal disk that says %s costs no set', async (code) => {
  const fails = () => {
    throw Object.assign(new Error(code), { code });
  };
  gym = openGym(undefined, undefined, { open: fails, write: fails });
  await liftASet();
  expect(await gym.ask('sets:list', { limit: 10 })).toHaveLength(1);
});
