import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SourceFacts } from '../../../main/station/sources/sources.ts';
import { simulatedSet } from '../../../src/recording/synthetic/simulate.ts';
import { words } from '../../../src/words/index.ts';
import { createWire } from '../../station/wire.ts';
import { withChromium } from '../browser.ts';
import { said } from '../listen-in.ts';
import { patientBar, quickClock, turnedInHand } from './bars.ts';
import { agrees, openScene, type Scene } from './scene.ts';

// What happens at a rack besides lifting: links that break, sensors that are handled, lifters that take turns.

const SPEED = 6;
const TURNS_SPEED = 16;
const HANDLING_SPEED = 20;
/** The station takes whoever is chosen after this much stillness for the next lifter, s. */
const NEXT_LIFTER_AFTER_S = 3;

/** A rep that begins within this of the first sample after a gap may be told from too little, s. */
const SETTLES_S = 1;

const sensor = (id: string, speed: number): SourceFacts => ({
  id,
  family: 'witmotion',
  family_title: 'WitMotion',
  speed,
  simulated: false,
  stores: true,
  link: null,
});

withChromium('at the rack', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  beforeEach(() => scene.clear());
  afterAll(() => scene?.close());

  test('a link lost in the middle of a set: told at once, and the set goes on with its reps kept', async () => {
    const { recording, truth } = simulatedSet({
      seed: 5,
      reps: 7,
      hold_s: 1.4,
      mcv_mps: 0.55,
      fatigue: 0.1,
      before: [{ kind: 'still', duration_s: 6 }],
      after: [{ kind: 'still', duration_s: 12 }],
    });
    const wire = createWire(quickClock(SPEED), recording);
    scene.open.station.sources.add(sensor('wire', SPEED), wire, true);
    const { page } = scene;
    await page.getByRole('button', { name: /^Rep 3: .*lowered in/ }).waitFor();
    wire.cut('out of range');
    const alarm = page.getByRole('alert').filter({ hasText: 'Connection to Rack 2 lost' });
    await alarm.waitFor();
    expect(await alarm.innerText()).toContain('out of range');
    const { cues } = await scene.heard();
    await page.waitForTimeout(1_500 / SPEED);
    // nothing rings while nobody knows what the bar does
    expect((await scene.heard()).cues).toHaveLength(cues.length);
    const [from_s, to_s] = wire.mend();
    await alarm.waitFor({ state: 'detached' });
    const played = await scene.finished();
    // those of which nothing is missing; the busier the page, the longer it was cut off
    const whole = truth.reps.filter(
      ({ start_s, eccentric }) => (eccentric?.end_s ?? to_s) < from_s || start_s > to_s + SETTLES_S,
    ).length;
    agrees(played, truth.reps.length - whole);
    expect(whole).toBeGreaterThanOrEqual(3);
    expect(played.strip.length).toBeGreaterThanOrEqual(whole);
    expect(played.card).toContain(words.station.interrupted);
    expect(played.stored.row).toMatchObject({ interrupted: true, simulated: false });
    expect(played.stored.reps.length).toBeGreaterThanOrEqual(whole);
    expect(played.stored.recording.gaps).toBeGreaterThanOrEqual(1);
  });

  test.each([
    ['turned over in the hand', () => turnedInHand(8)],
    [
      'on a bar that is loaded, rolled and knocked',
      () =>
        simulatedSet({
          seed: 12,
          reps: 0,
          before: [
            { kind: 'still', duration_s: 4 },
            { kind: 'load-plates', plates: 4 },
            { kind: 'roll-floor', distance_m: 0.8 },
            { kind: 'thump', count: 3 },
            { kind: 'settle-in', duration_s: 3 },
            { kind: 'still', duration_s: 4 },
          ],
          after: [{ kind: 'still', duration_s: 4 }],
        }).recording,
    ],
  ])('a sensor %s is no rep and starts no set', async (_how, recording) => {
    const before = await scene.ask('sets:list', { limit: 50 });
    await scene.replay(recording(), HANDLING_SPEED);
    await expect.poll(() => scene.open.station.state().source?.phase, { interval: 50 }).toBe('ended');
    expect(scene.open.station.state().set).toBeNull();
    expect(await scene.page.getByRole('button', { name: /^(Rep \d|Failed)/ }).count()).toBe(0);
    const heard = await scene.heard();
    for (const told of ['set-start', 'met', 'partial', 'failed', 'dropped'] as const)
      expect(said(heard, told), told).toEqual([]);
    expect(await scene.ask('sets:list', { limit: 50 })).toHaveLength(before.length);
  });

  test('twenty athletes take turns: A, a few letters, Enter, and every set is under its own name', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `${'ABCDEFGHIJKLMNOPQRST'[i]}lex ${i + 1}`);
    // half of them have been here before, the others are typed in at the rack
    for (const name of names.slice(0, 10)) await scene.ask('athletes:create', { name, body_mass_kg: null });
    const bar = patientBar(TURNS_SPEED, names.length, {
      reps: 1,
      hold_s: 1.4,
      mcv_mps: 0.55,
      lowering_s: 1.4,
    });
    scene.open.station.sources.add(sensor('rack-1', TURNS_SPEED), bar.source, true);
    const { page, open } = scene;
    for (const [i, name] of names.entries()) {
      await page.keyboard.press('a');
      await page.getByRole('combobox').first().waitFor();
      await page.getByRole('option').first().waitFor();
      await page.keyboard.type(i < 10 ? name.slice(0, 4) : name);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: new RegExp(`^${name}\\b`) }).waitFor();
      bar.go();
      await page.getByRole('button', { name: /^Rep 1: .*lowered in/ }).waitFor();
      expect(open.station.state().set?.setup.athlete.name).toBe(name);
      await expect.poll(() => bar.rested_s, { interval: 50 }).toBeGreaterThan(NEXT_LIFTER_AFTER_S + 1);
    }
    // a bar that goes on lying ends the last set
    await expect.poll(() => open.station.state().set?.status).toBe('finished');
    const rows = (await scene.ask('sets:list', { limit: 20 })).toReversed();
    expect(rows.map((row) => row.athlete_name)).toEqual(names);
    for (const row of rows) expect(row.summary.reps, row.athlete_name).toBe(1);
    // the page hears of the last end a moment after it is stored
    await expect.poll(async () => said(await scene.heard(), 'set-end').length).toBe(20);
    expect(said(await scene.heard(), 'set-start')).toHaveLength(20);
  });

  test('nothing went wrong in the page meanwhile', () => {
    expect(scene.problems).toEqual([]);
  });
});
