import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../main/gym/connect.ts';
import { readCredential } from '../../main/gym/credential.ts';
import type { RackState } from '../../src/contract/board.ts';
import { postgresPath } from '../programs.ts';
import { aStation, prepareGym, type Station } from './given.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;

let postgres: Postgres;
const GYM = 'Nordhalle';

const lifting = (athlete: string, reps: number): RackState => ({
  ...{ phase: 'set', athlete, lift: 'hip-thrust', variation: 'barbell', side: null, load_kg: 100 },
  set: {
    ...{ number: 1, reps, goal_reps: 8, holds_met: reps, holds_judged: reps },
    ...{ velocity_loss_pct: null, loss_reached: false },
    latest: Array.from({ length: reps }, (_, i) => ({
      ...{ number: i + 1, mcv_mps: 0.5, range: 'full' as const, hold: 'met' as const, dropped: false },
    })),
  },
});
const show = ({ gym }: Station, state: RackState): void => gym.show(() => state);
const seenBy = ({ gym }: Station) => gym.racks().others.map(({ state }) => [state.athlete, state.set?.reps]);

withPostgres('the racks of a gym', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    await prepareGym(postgres, GYM);
    await prepareGym(postgres, 'Südhalle');
  });
  afterAll(() => postgres.stop());

  test('each sees what happens at the others as it happens, and goes on with what it heard while the database is away', async () => {
    const [one, two] = [await aStation(postgres, GYM), await aStation(postgres, GYM)];
    show(one, lifting('Maja', 1));
    await expect.poll(() => seenBy(two)).toEqual([['Maja', 1]]);
    show(one, lifting('Maja', 2));
    show(one, lifting('Maja', 3));
    await expect.poll(() => seenBy(two)).toEqual([['Maja', 3]]);
    expect(two.gym.racks()).toMatchObject({ own_name: 'Rack', others: [{ name: 'Rack', here: false }] });
    show(two, { ...lifting('Kim', 0), set: null });
    await expect.poll(() => seenBy(one)).toEqual([['Kim', undefined]]);
    // where tablets find it, and no address that is none
    const addressOfTwo = () => one.gym.heardRacks().others[0]?.address;
    expect(addressOfTwo()).toBeNull();
    two.gym.openedAt('https://192.168.1.21:8443/');
    show(two, lifting('Kim', 1));
    await expect.poll(addressOfTwo).toBe('https://192.168.1.21:8443/');
    two.gym.openedAt('javascript:alert(1)');
    show(two, lifting('Kim', 2));
    await expect.poll(addressOfTwo).toBeNull();
    expect(seenBy(one)).toEqual([['Kim', 2]]);

    await postgres.kill();
    await expect.poll(() => two.gym.status().line).toBe('away');
    show(one, lifting('Maja', 4));
    const age = () => two.gym.racks().others[0]?.age_ms ?? 0;
    const before = age();
    await expect.poll(age).toBeGreaterThan(before);
    expect(seenBy(two)).toEqual([['Maja', 3]]);
    // what a crash emptied is told again
    await postgres.start();
    await expect.poll(() => seenBy(two)).toEqual([['Maja', 4]]);
  });

  test('nobody sees or tells of the racks of another gym, or of another rack', async () => {
    const [ours, theirs] = [await aStation(postgres, 'Südhalle'), await aStation(postgres, GYM)];
    show(theirs, lifting('Ida', 1));
    show(ours, lifting('Tom', 1));
    await expect
      .poll(
        async () =>
          (await postgres.query('SELECT 1 FROM lockout.racks WHERE state @> $1', [{ athlete: 'Tom' }]))
            .length,
      )
      .toBe(1);
    const thief = await connect(readCredential(ours.store.folder) ?? '');
    onTestFinished(() => thief.end().catch(() => {}));
    expect(
      (await thief.query(`SELECT 1 FROM lockout.racks WHERE state ->> 'athlete' <> 'Tom'`)).rows,
    ).toEqual([]);
    for (const sql of [
      `UPDATE lockout.racks SET state = '{}'`,
      'DELETE FROM lockout.racks',
      `INSERT INTO lockout.racks (gym, station, at, state) SELECT gym, '00000000', now(), '{}' FROM lockout.racks`,
      `SELECT lockout.tell_rack(jsonb_build_object('athlete', repeat('x', 9000)))`,
    ])
      await expect(thief.query(sql)).rejects.toThrow(/permission denied|check constraint/);
  });

  test('a set tells no more than two states a second, and the last of them always', async () => {
    const [one, two] = [await aStation(postgres, GYM), await aStation(postgres, GYM)];
    await postgres.query(`
      CREATE TABLE tells (athlete text);
      CREATE FUNCTION count_tell() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO public.tells SELECT NEW.state ->> 'athlete'; RETURN NULL; END $$;
      CREATE TRIGGER count_tell AFTER INSERT OR UPDATE ON lockout.racks FOR EACH ROW EXECUTE FUNCTION count_tell();
      GRANT INSERT ON tells TO PUBLIC`);
    const began = performance.now();
    for (let reps = 1; reps <= 16; reps++) {
      show(one, lifting('Eva', reps));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await expect.poll(() => seenBy(two)).toContainEqual(['Eva', 16]);
    const [row] = await postgres.query(`SELECT count(*) AS n FROM tells WHERE athlete = 'Eva'`);
    expect(Number(row?.n)).toBeLessThanOrEqual((performance.now() - began) / 500 + 1);
  });

  test('a rack that has told nothing for hours is on no board and in no table', async () => {
    const [gone, one] = [await aStation(postgres, GYM), await aStation(postgres, GYM)];
    show(gone, lifting('Ben', 1));
    await expect.poll(() => seenBy(one)).toContainEqual(['Ben', 1]);
    await gone.gym.close();
    await postgres.query(
      `UPDATE lockout.racks SET at = now() - interval '3 hours' WHERE state ->> 'athlete' = 'Ben'`,
    );
    await expect.poll(() => seenBy(one)).not.toContainEqual(['Ben', 1]);
    show(one, lifting('Pia', 1));
    await expect
      .poll(
        async () =>
          (await postgres.query('SELECT 1 FROM lockout.racks WHERE state @> $1', [{ athlete: 'Ben' }]))
            .length,
      )
      .toBe(0);
  });
});
