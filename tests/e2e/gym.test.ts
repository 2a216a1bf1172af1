import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { initGym, inviteStation } from '../../main/gym/admin.ts';
import { startHost } from '../../main/host.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Result } from '../../src/contract/result.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { words } from '../../src/words/index.ts';
import { enter } from '../enter.ts';
import { startPostgres } from '../gym/postgres.ts';
import { aLine } from '../gym/slow-line.ts';
import { postgresPath } from '../programs.ts';
import { value } from '../store/values.ts';
import { axeFindings, launchChromium, openPage, shoot, withChromium } from './browser.ts';
import { type Ask, letSourcesGo } from './sources.ts';
import { soon } from './station-page.ts';

// Two racks of a gym and the board on its wall, through a real PostgreSQL at the end of a line that is cut.

const withRacks = postgresPath() === null ? describe.skip : withChromium;

const SPEED = 60;

/** Sets of one lifter, with one clip of the sensor. */
const lifted = (changes: Partial<SetSpec>): string => {
  const still = (duration_s: number) => ({ kind: 'still', duration_s }) as const;
  const { recording } = simulatedSet({
    ...{
      seed: 21,
      rom_m: 0.33,
      mcv_mps: 0.55,
      fatigue: 0.1,
      hold_s: 1.4,
      lowering_s: 1.5,
      rom_spread_m: 0.004,
    },
    ...{ before: [still(5)], after: [still(12)], ...changes },
  });
  return [...recordingToCsv(recording)].join('');
};

interface Rack {
  readonly ask: Ask;
  readonly board: string;
  readonly entrance: string;
  readonly known: string;
  /** A set from its first sample until it is stored: its number here. */
  lift(changes: Partial<SetSpec>): Promise<number>;
}

async function aRack(code: string): Promise<Rack> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-rack-'));
  const host = value(await startHost({ data_folder: folder, reconnect: false }));
  onTestFinished(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const known = await enter(host.entrance());
  const ask: Ask = async (channel, argument) => {
    const response = await fetch(`${host.address}bridge/request/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...known },
      body: JSON.stringify(argument),
    });
    return value((await response.json()) as Result<Replies[typeof channel]>);
  };
  await ask('gym:join', { code });
  return {
    ask,
    board: `${host.address}board`,
    entrance: host.entrance(),
    known: known.cookie,
    async lift(changes) {
      await ask('station:next', {});
      await ask('pair:replay', { csv: lifted(changes), speed: SPEED });
      const stored = async () => {
        const { set } = await ask('station:state', {});
        return set?.status === 'finished' ? (set.set_id ?? 0) : 0;
      };
      await soon(stored).toBeGreaterThan(0);
      const id = await stored();
      // what is replayed leads nobody's board before it is accepted
      await ask('sets:update', { id, patch: { accepted: true } });
      await letSourcesGo(ask);
      return id;
    },
  };
}

const setsAt = async ({ ask }: Rack) =>
  (await ask('sets:list', { limit: 10 })).map(
    ({ athlete_name, started_epoch_ms, load_kg, note, summary }) => ({
      ...{ athlete_name, started_epoch_ms, load_kg, note },
      ...{ reps: summary.reps, partial: summary.partial },
    }),
  );

withRacks('a gym of two racks and a board', () => {
  test('who is calibrated at one rack is judged at the other; the network goes, both go on; it returns, both agree', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const line = await aLine(postgres.address, 0);
    value(await initGym(postgres.address, 'Nordhalle'));
    const invite = async (name: string) =>
      value(await inviteStation(line.through(postgres.address), 'Nordhalle', name)).code;
    const [one, two] = [await aRack(await invite('Rack 1')), await aRack(await invite('Rack 2'))];
    const pages = await Promise.all([
      openPage(browser, one.entrance),
      openPage(browser, two.entrance),
      openPage(browser, one.board, '1920x1080', { known: one.known }),
    ]);
    const [first, second, wall] = pages.map(({ page }) => page) as [Page, Page, Page];

    const maja = await one.ask('athletes:create', { name: 'Maja Lind', body_mass_kg: 68 });
    await one.ask('station:athlete', { athlete_id: maja.id });
    await one.ask('station:load', { load_kg: 100 });
    await one.ask('calibrate:from-set', {
      set_id: await one.lift({ reps: 3, mcv_mps: 0.35, fatigue: 0, lowering_s: 2 }),
    });
    const calibrated_ms = performance.now();
    const range = (await one.ask('station:state', {})).setup.reference;
    const majaThere = async () =>
      (await two.ask('athletes:list', {})).find(({ name }) => name === maja.name)?.id ?? 0;
    await soon(majaThere).toBeGreaterThan(0);
    await two.ask('station:athlete', { athlete_id: await majaThere() });
    await soon(async () => (await two.ask('station:state', {})).setup.reference?.rom_m).toBe(range?.rom_m);
    console.log(`a range was at the other rack after ${(performance.now() - calibrated_ms).toFixed(0)} ms`);
    await wall.getByRole('region', { name: 'Rack 2' }).getByText('Maja L.').waitFor();

    // judged by it at the other rack, and each rep drops in on the wall of the first
    const shared = await two.lift({ reps: 5, half_reps: [2, 5] });
    const columns = second
      .getByRole('region', { name: words.station.stripReps })
      .getByRole('button', { name: /: half rep/ });
    await soon(() => columns.count()).toBe(2);
    const card = wall.getByRole('region', { name: 'Rack 2' });
    await soon(() => card.getByRole('listitem').count()).toBe(5);
    await wall.getByRole('region', { name: words.board.leaders }).getByText('Maja L.').waitFor();
    await soon(() => setsAt(one)).toEqual(await setsAt(two));
    expect(await axeFindings(wall)).toEqual([]);
    await shoot(wall, 'board-gym');

    line.cut();
    await wall.getByText(/^The gym has been away/).waitFor();
    await first.getByText(words.gym.awayNow).waitFor();
    await one.lift({ reps: 4 });
    await two.ask('sets:update', { id: shared, patch: { note: 'hips first' } });
    const here = (await one.ask('sets:list', { limit: 10 })).find(({ summary }) => summary.partial === 2);
    await one.ask('sets:update', { id: here?.id ?? 0, patch: { load_kg: 95 } });
    await two.lift({ reps: 6, seed: 22 });
    expect(await setsAt(one)).not.toEqual(await setsAt(two));
    // the wall has what it had, and its own rack goes on
    await soon(() => wall.getByRole('region', { name: 'Rack 1' }).getByRole('listitem').count()).toBe(4);
    expect(await card.getByRole('listitem').count()).toBe(5);

    line.mend();
    await soon(() => setsAt(one)).toEqual(
      expect.arrayContaining([expect.objectContaining({ reps: 5, note: 'hips first', load_kg: 95 })]),
    );
    await soon(async () => JSON.stringify(await setsAt(one)) === JSON.stringify(await setsAt(two))).toBe(
      true,
    );
    expect((await setsAt(one)).map(({ reps }) => reps).sort()).toEqual([3, 4, 5, 6]);
    await soon(() => card.getByRole('listitem').count()).toBe(6);
    await wall.getByText(/^The gym has been away/).waitFor({ state: 'detached' });
    await first.getByText(words.gym.awayNow).waitFor({ state: 'detached' });
    expect(pages.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
