import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';

let gym: Gym;
afterEach(() => gym.leave());

const names = async (): Promise<string[]> =>
  (await gym.ask('athletes:list', {})).map((athlete) => athlete.name).sort();

async function liftASet(): Promise<void> {
  await gym.ask('pair:simulate', { reps: 2 });
  gym.until((state) => state.phase === 'review');
  await gym.ask('pair:disconnect', { id: gym.state().source?.id ?? '' });
  await gym.ask('station:next', {});
}

const backupName = async (): Promise<string> => path.basename((await gym.ask('data:backup', {})).path);

describe('restoring a backup', () => {
  test('while the station runs brings back what was, and keeps what it replaces', async () => {
    gym = openGym();
    await liftASet();
    const backup = await backupName();
    await gym.ask('athletes:create', { name: 'Maja', body_mass_kg: null });
    await liftASet();
    const { kept } = await gym.ask('data:restore', { backup });
    expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(1);
    expect(await names()).toEqual(['Demo athlete']);
    expect(gym.state().set).toBeNull();
    await liftASet();
    expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(2);

    await gym.ask('data:restore', { backup: kept });
    expect(await names()).toEqual(['Demo athlete', 'Maja']);
    await gym.open.close();
    gym = openGym(gym);
    expect(await names()).toEqual(['Demo athlete', 'Maja']);
    expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(2);
  });

  test('never gives a number again that somebody had', async () => {
    gym = openGym();
    const backup = await backupName();
    const maja = await gym.ask('athletes:create', { name: 'Maja', body_mass_kg: null });
    await gym.ask('data:restore', { backup });
    const tom = await gym.ask('athletes:create', { name: 'Tom', body_mass_kg: null });
    expect(tom.id).toBeGreaterThan(maja.id);
  });

  test('is refused while a set runs, of a damaged file, and of none', async () => {
    gym = openGym();
    const backup = await backupName();
    const file = path.join(gym.folder, 'backups', backup);
    fs.writeFileSync(file, fs.readFileSync(file).fill(0xa5, 4096 * 5, 4096 * 9));
    expect(await gym.tryTo('data:restore', { backup })).toMatchObject({ error: { code: 'backup-damaged' } });
    expect(await gym.tryTo('data:restore', { backup: '../lockout.sqlite' })).toMatchObject({
      error: { code: 'no-backup' },
    });
    await gym.ask('pair:simulate', { reps: 3 });
    gym.until((state) => state.phase === 'set');
    expect(await gym.tryTo('data:restore', { backup })).toMatchObject({ error: { code: 'set-running' } });
  });
});

describe('a database that is', () => {
  const spoil: readonly (readonly [string, (file: string) => void])[] = [
    ['missing', (file) => fs.rmSync(file)],
    ['of no bytes', (file) => fs.writeFileSync(file, '')],
    ['of one byte', (file) => fs.writeFileSync(file, 'x')],
    ['damaged', (file) => fs.writeFileSync(file, 'once upon a time '.repeat(500))],
  ];
  test.each(spoil)('%s beside a backup: the start says so and offers the backup', async (_, damage) => {
    gym = openGym();
    await liftASet();
    const backup = await backupName();
    await gym.open.close();
    const file = path.join(gym.folder, 'lockout.sqlite');
    damage(file);
    fs.writeFileSync(`${file}-wal`, 'the log of the one that is gone');
    gym = openGym(gym);
    expect(gym.state().notice?.text).toContain(backup);
    expect(gym.state().rescue).toMatchObject({ backup });
    const aside = fs.readdirSync(gym.folder).filter((name) => /^lockout-(missing|damaged).*-wal$/.test(name));
    expect(aside).toHaveLength(1);
    await gym.ask('data:restore', { backup });
    expect(gym.state().rescue).toBeNull();
    expect(await gym.ask('sets:list', { limit: 5 })).toHaveLength(1);
  });

  test('a copied backup does not take the log of the one it replaced', async () => {
    gym = openGym();
    const backup = await backupName();
    await gym.ask('athletes:create', { name: 'Maja', body_mass_kg: null });
    const file = path.join(gym.folder, 'lockout.sqlite');
    const log = fs.readFileSync(`${file}-wal`);
    await gym.open.close();
    fs.copyFileSync(path.join(gym.folder, 'backups', backup), file);
    fs.writeFileSync(`${file}-wal`, log);
    gym = openGym(gym);
    expect(await names()).toEqual(['Demo athlete']);
    expect(gym.state().notice?.text).toContain('was replaced by another copy');
    const aside = fs.readdirSync(gym.folder).find((name) => /^lockout-replaced-.*-wal$/.test(name));
    expect(fs.readFileSync(path.join(gym.folder, aside ?? '')).equals(log)).toBe(true);
  });

  test('an interrupted set is never stored as the set of another who has its number', async () => {
    gym = openGym();
    const maja = await gym.ask('athletes:create', { name: 'Maja', body_mass_kg: null });
    await gym.ask('pair:simulate', { reps: 8 });
    await gym.ask('station:athlete', { athlete_id: maja.id });
    gym.until((state) => (state.set?.reps.length ?? 0) >= 3);
    await gym.pullThePlug();
    for (const end of ['', '-wal', '-shm'])
      fs.rmSync(path.join(gym.folder, `lockout.sqlite${end}`), { force: true });
    gym = openGym(gym);
    const tom = await gym.ask('athletes:create', { name: 'Tom', body_mass_kg: null });
    expect(tom.id).toBe(maja.id);
    const [recovery] = gym.state().recoveries;
    await gym.ask('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
    expect((await gym.ask('sets:list', { limit: 5 })).map((row) => row.athlete_name)).toEqual(['Maja']);
  });
});
