import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDailyBackups } from '../../main/station/stored/daily-backups.ts';
import { superfluous } from '../../main/store/keep-backups.ts';
import type { BackupFile } from '../../main/store/types.ts';
import { createVirtualClock } from '../station/virtual-clock.ts';
import { aFolder, anAthlete, aSet, aStore, value } from './given.ts';

const noon = (year: number, month: number, day: number): number =>
  new Date(year, month - 1, day, 12).getTime();
const daily = (at_epoch_ms: number): BackupFile => {
  const name = `lockout-${at_epoch_ms}-daily.sqlite`;
  return { name, path: `/backups/${name}`, at_epoch_ms, bytes: 1 };
};

describe('which automatic backups are kept', () => {
  test('of two years, a day each: seven days, four weeks, twelve months', () => {
    let there: BackupFile[] = [];
    for (let day = 0; day < 730; day++) {
      there = [daily(noon(2025, 1, 1 + day)), ...there];
      const gone = superfluous(there);
      there = there.filter((file) => !gone.includes(file));
    }
    const days = there.map(({ at_epoch_ms }) => new Date(at_epoch_ms).toDateString());
    expect(there.length).toBeLessThanOrEqual(7 + 4 + 12);
    // the last week whole, the end of this month's weeks, and the last day of every month before
    expect(days.slice(0, 7)).toHaveLength(7);
    expect(there[6]?.at_epoch_ms).toBe(noon(2026, 12, 25));
    for (const end of [noon(2026, 11, 30), noon(2026, 6, 30), noon(2026, 1, 31)])
      expect(there.map(({ at_epoch_ms }) => at_epoch_ms)).toContain(end);
    expect(Math.min(...there.map(({ at_epoch_ms }) => at_epoch_ms))).toBe(noon(2026, 1, 31));
  });

  test('what a person or a migration made is never superfluous', () => {
    const others = ['lockout-2020-01-01-120000.sqlite', 'lockout-2020-01-01-120000-before-v7.sqlite'].map(
      (name) => ({ ...daily(noon(2020, 1, 1)), name }),
    );
    const many = Array.from({ length: 60 }, (_, i) => daily(noon(2026, 6, 1) - i * 60_000));
    expect(superfluous([...many, ...others]).some((file) => others.includes(file))).toBe(false);
    // of one day the newest is enough
    expect(superfluous(many)).toHaveLength(59);
  });
});

describe('a station that runs', () => {
  const hours = (count: number): number => count * 3_600_000;

  async function aDay(idle = true) {
    const clock = createVirtualClock();
    const folder = aFolder();
    const store = aStore({ folder, clock });
    const backups = createDailyBackups({ store, clock, isIdle: () => idle });
    const pass = async (ms: number): Promise<void> => {
      clock.advance(ms);
      await backups.close();
    };
    const made = (): string[] =>
      fs.existsSync(path.join(folder, 'backups')) ? fs.readdirSync(path.join(folder, 'backups')) : [];
    return { store, backups, pass, made };
  }

  test('backs itself up once there is something to lose', async () => {
    const { store, backups, pass, made } = await aDay();
    value(store.sets.insert(aSet(anAthlete(store))));
    expect(backups.state).toEqual({ last_epoch_ms: null, problem: null });
    await pass(hours(0.5));
    expect(made()).toHaveLength(1);
    expect(made()[0]).toMatch(/-daily\.sqlite$/);
    expect(backups.state.last_epoch_ms).not.toBeNull();
  });

  test('not while somebody lifts, and not an empty station', async () => {
    const lifting = await aDay(false);
    value(lifting.store.sets.insert(aSet(anAthlete(lifting.store))));
    await lifting.pass(hours(1));
    expect(lifting.made()).toEqual([]);
    const empty = await aDay();
    await empty.pass(hours(1));
    expect(empty.made()).toEqual([]);
  });
});
