import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Argument } from '../../src/contract/requests.ts';
import type { CueName, LiveSet } from '../../src/contract/station.ts';
import { shoot, withChromium } from './browser.ts';
import { listenIn } from './listen-in.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// What happens at a rack on an evening: each set as it is shown, said and stored.

/** Simulated sets run this much faster than life; what is judged stands on the sample clock. */
const SPEED = 8;
/** Where chimes are counted: at eight times life a hold is over before a busy computer has looked. */
const CHIME_SPEED = 2.5;
type Scenario = NonNullable<Argument<'pair:simulate'>['scenario']>;

withChromium('an evening at the rack', () => {
  let station: StationPage;
  const named = (name: RegExp): Promise<number> => station.page.getByRole('button', { name }).count();

  /** One simulated set: as finished, as shown, and the cues that sounded. */
  async function setOf(scenario: Scenario, speed = SPEED): Promise<{ set: LiveSet; cues: CueName[] }> {
    // the set before leaves the screen, so that what is seen is this one
    await station.ask('station:next', {});
    await soon(() => named(/^Rep /)).toBe(0);
    await station.page.evaluate(() => {
      window.heard.events.length = 0;
    });
    await station.ask('pair:simulate', { scenario, speed });
    await station.page.getByRole('button', { name: /^Rep 1: / }).waitFor({ timeout: 30_000 });
    const set = await station.finishedSet();
    await soon(() => named(/^Rep \d+: .*lowered in/)).toBe(set.summary.reps);
    const { events } = await station.page.evaluate(() => window.heard);
    const cancelled = new Set(events.flatMap((event) => (event.kind === 'cue-cancelled' ? [event.id] : [])));
    const cues = events.flatMap((event) =>
      event.kind === 'cue' && !cancelled.has(event.cue.id) ? [event.cue.cue] : [],
    );
    return { set, cues };
  }
  const stored = async () => {
    const [row] = await station.ask('sets:list', { limit: 1 });
    if (!row) throw new Error('nothing is stored');
    return row;
  };
  const count = (cues: CueName[], name: CueName): number => cues.filter((cue) => cue === name).length;

  beforeAll(async () => {
    station = await openStationPage({ init: [listenIn] });
    await station.page.keyboard.press('ArrowRight');
  });
  afterAll(() => station?.close());

  test('a good set: eight full reps, every chime, ready for more', async () => {
    const { set, cues } = await setOf('good', CHIME_SPEED);
    expect(set.summary).toMatchObject({ reps: 8, full: 8, partial: 0 });
    expect(await named(/^Rep \d: full, /)).toBe(8);
    expect(count(cues, 'met')).toBe(8);
    expect(count(cues, 'partial') + count(cues, 'dropped')).toBe(0);
    expect(
      await station.page
        .getByText(set.advice?.text ?? 'no advice')
        .first()
        .isVisible(),
    ).toBe(true);
    expect((await stored()).summary).toMatchObject({ reps: 8, full: 8 });
  });

  test('missed holds are said rep by rep and summarised', async () => {
    const { set, cues } = await setOf('missed-holds', CHIME_SPEED);
    expect(set.holds_met).toBeLessThan(set.holds_judged);
    expect(await named(/hold missed/)).toBe(set.holds_judged - set.holds_met);
    expect(count(cues, 'met')).toBe(set.holds_met);
    expect(count(cues, 'lockout')).toBeGreaterThanOrEqual(8);
    expect(await stored()).toMatchObject({ holds_met: set.holds_met, holds_judged: set.holds_judged });
    await shoot(station.page, 'station-missed-holds');
  });

  test('a dropped bar clicks and is marked beside its range', async () => {
    const { cues } = await setOf('dropped');
    const dropped = await named(/, dropped/);
    expect(dropped).toBeGreaterThanOrEqual(1);
    expect(count(cues, 'dropped')).toBe(dropped);
    const { id } = await stored();
    const { reps } = await station.ask('sets:get', { id });
    expect(reps.filter(({ rep }) => rep.verdict.lowering === 'dropped')).toHaveLength(dropped);
  });

  test('a rep above the lockout is over-extended', async () => {
    await setOf('over-extended');
    expect(await named(/over-extended/)).toBeGreaterThanOrEqual(1);
    const { id } = await stored();
    const { reps } = await station.ask('sets:get', { id });
    expect(reps.filter(({ rep }) => rep.verdict.flags.includes('over-extended'))).toHaveLength(
      await named(/over-extended/),
    );
    await shoot(station.page, 'station-over-extended');
  });

  test('a grinding set stops at the velocity-loss limit with its own sound, once', async () => {
    await station.ask('station:goal', { velocity_loss_pct: 15 });
    const { set, cues } = await setOf('grind');
    expect(set.velocity_loss_reached).toBe(true);
    expect(count(cues, 'velocity-loss')).toBe(1);
    expect(await station.page.getByText('Stopped at the velocity-loss limit').isVisible()).toBe(true);
  });

  test('constant tension: a rest on the floor is flagged', async () => {
    await station.ask('station:goal', { constant_tension: true });
    await setOf('constant-tension');
    const rested = await named(/rested on the floor/);
    expect(rested).toBeGreaterThanOrEqual(1);
    const { id } = await stored();
    const { reps } = await station.ask('sets:get', { id });
    expect(reps.filter(({ rep }) => rep.verdict.flags.includes('floor-rest'))).toHaveLength(rested);
    await station.ask('station:goal', { constant_tension: false });
  });

  test('single-leg: left, then right with one key; each set carries its side', async () => {
    const { keyboard } = station.page;
    await station.ask('station:next', {});
    await keyboard.press('l');
    await keyboard.type('single');
    await keyboard.press('Enter');
    const side = async () => (await station.ask('station:state', {})).setup.side;
    await soon(side).toBe('left');
    expect(await named(/^Left/)).toBe(1);
    await setOf('good');
    expect(await stored()).toMatchObject({ variation: 'single-leg', side: 'left' });
    await keyboard.press('n');
    await keyboard.press('s');
    await soon(side).toBe('right');
    await setOf('good');
    expect(await stored()).toMatchObject({ variation: 'single-leg', side: 'right' });
    await station.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  });

  test('a sensor that is carried about starts no set', async () => {
    await station.ask('station:next', {});
    const before = (await stored()).id;
    await station.ask('pair:replay', { csv: carriedAbout(), name: 'carried about', speed: 20 });
    await soon(async () => (await station.ask('station:state', {})).source?.phase, { timeout: 30_000 }).toBe(
      'ended',
    );
    expect((await station.ask('station:state', {})).set).toBeNull();
    expect((await stored()).id).toBe(before);
    expect(await station.page.getByText('Replay', { exact: true }).isVisible()).toBe(true);
  });

  test('twenty athletes in a row, each with a name and Enter', async () => {
    const { keyboard } = station.page;
    for (let i = 1; i <= 20; i++) {
      const name = `Lifter ${String(i).padStart(2, '0')}`;
      await keyboard.press('a');
      await station.page.getByRole('option').first().waitFor();
      await keyboard.type(name);
      await keyboard.press('Enter');
      await soon(() => named(new RegExp(`^${name}`))).toBe(1);
    }
    const athletes = await station.ask('athletes:list', {});
    expect(athletes.filter(({ name }) => name.startsWith('Lifter'))).toHaveLength(20);
    expect((await station.ask('station:state', {})).setup.athlete.name).toBe('Lifter 20');
  });

  test('nothing went wrong in the page on the way', () => {
    expect(station.problems).toEqual([]);
  });
});

/** Half a minute of a sensor in somebody's hand: it turns over slowly and sways with the steps. */
function carriedAbout(): string {
  const RATE_HZ = 100;
  const STEPS_HZ = 1.8;
  const rows = Array.from({ length: 30 * RATE_HZ }, (_, i) => {
    const t_s = i / RATE_HZ;
    const tilt_deg_s = 40 * Math.sin(0.7 * t_s);
    const tilt = (40 / 0.7) * (Math.PI / 180) * (1 - Math.cos(0.7 * t_s));
    const step = 0.12 * Math.sin(2 * Math.PI * STEPS_HZ * t_s);
    const [ax, az] = [(1 + step) * Math.sin(tilt), (1 + step) * Math.cos(tilt)];
    return [t_s, ax, 0.05 * step, az, 0, -tilt_deg_s, 0].map((value) => value.toFixed(4)).join(',');
  });
  return ['t_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps', ...rows].join('\n');
}
