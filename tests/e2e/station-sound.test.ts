import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notesOf } from '../../renderer/sound/cues.ts';
import type { Cue } from '../../src/contract/cue.ts';
import { words } from '../../src/words/index.ts';
import { launchChromium, withChromium } from './browser.ts';
import { type Heard, listenIn } from './listen-in.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// What the lifter hears: every cue of the station becomes oscillators at its moment, and each tone is its own.

/** The most by which a chime may miss its moment, ms: chosen here: two notes this far apart are still heard as one. */
const MET_WITHIN_MS = 100;

/** At the speed of life, the third a half rep. */
const REPS = 3;

/** Nobody listens to the stillness that would end the set: a key does, when its last rep is down. */
async function endsBySpace(station: StationPage, reps: number): Promise<void> {
  const last = new RegExp(`^Rep ${reps}: .*lowered in`);
  await station.page.getByRole('button', { name: last }).waitFor();
  await station.page.keyboard.press('Space');
  await station.finishedSet();
}

/** How much after its moment each chime leaves the loudspeaker, ms, of those that came to the page before it. */
function chimesLate({ tones: all, cues, cues_late_ms }: Heard): number[] {
  const chimes = all.filter(({ wave, hz }) => wave === 'triangle' && Math.abs(hz - 1318.51) < 1);
  const met = cues.flatMap((cue, i) =>
    cue.cue === 'met' ? [{ cue, came_ms: cues_late_ms[i] ?? Number.NaN }] : [],
  );
  expect(chimes).toHaveLength(met.length);
  return met.flatMap(({ cue, came_ms }, i) =>
    came_ms < 0 ? [(chimes[i]?.heard_epoch_ms ?? Number.NaN) - cue.at_epoch_ms] : [],
  );
}

withChromium('sound', () => {
  let station: StationPage;
  let heard: Heard;
  const cues = (name: Cue['cue']): Cue[] => heard.cues.filter(({ cue }) => cue === name);

  beforeAll(async () => {
    station = await openStationPage({ init: [listenIn] });
    await station.page.keyboard.press('ArrowRight'); // any key unlocks
    await station.page.getByText('Sound is off').waitFor({ state: 'detached' });
    await station.ask('pair:simulate', { scenario: 'half-reps', reps: REPS, speed: 1 });
    await endsBySpace(station, REPS);
    heard = await station.page.evaluate(() => window.scene);
  });
  afterAll(() => station?.close());

  test('a lockout tone for every full rep; "higher", then a low tone, for every half rep', () => {
    const starts = (wave: string, hz: number): number =>
      heard.tones.filter((tone) => tone.wave === wave && Math.abs(tone.hz - hz) < 1).length;
    expect(cues('lockout').length).toBeGreaterThanOrEqual(REPS - cues('higher').length);
    expect(cues('higher').length).toBeGreaterThanOrEqual(1);
    expect(starts('sawtooth', 440)).toBe(cues('higher').length);
    expect(starts('triangle', 880)).toBe(cues('lockout').length);
    expect(cues('partial').length).toBeGreaterThanOrEqual(1);
    expect(starts('sawtooth', 174.61)).toBe(cues('partial').length);
  });

  test('the chime is on the audio clock at its own moment', () => {
    const late_ms = chimesLate(heard);
    expect(cues('met').length).toBeGreaterThanOrEqual(REPS - cues('higher').length);
    console.log(`met chime, heard minus due: ${late_ms.map((ms) => ms.toFixed(1)).join(', ')} ms`);
    for (const ms of late_ms) expect(Math.abs(ms)).toBeLessThan(MET_WITHIN_MS);
  });

  test('ticks rise while the hold runs', () => {
    // on a busy computer the station leaves out ticks it knows of too late, and the page those that come late
    const pitches = (due: readonly Cue[]): number[] =>
      due.map(({ progress }) => Math.round(notesOf('tick', progress)[0]?.from_hz ?? 0));
    const ticks = heard.tones
      .filter(({ wave, hz }) => wave === 'square' && hz > 660 && hz < 1319)
      .map(({ hz }) => Math.round(hz));
    const inTime = heard.cues.filter(({ cue }, i) => cue === 'tick' && (heard.cues_late_ms[i] ?? 0) < 0);
    expect(ticks).toEqual(expect.arrayContaining(pitches(inTime)));
    expect(pitches(cues('tick'))).toEqual(expect.arrayContaining(ticks));
    expect(ticks.length).toBeGreaterThanOrEqual(inTime.length);
    const [quarter = 0, half = 0, threeQuarters = 0] = [0.25, 0.5, 0.75].map(
      (progress) => notesOf('tick', progress)[0]?.from_hz ?? 0,
    );
    expect(quarter).toBeLessThan(half);
    expect(half).toBeLessThan(threeQuarters);
  });

  test('sound that is switched off in Settings stays off', async () => {
    const { sounds } = await station.ask('settings:get', {});
    await station.ask('settings:update', { sounds: { ...sounds, lockout: false, tick: false } });
    await station.ask('station:next', {});
    await station.page.evaluate(() => {
      window.scene.tones.length = 0;
    });
    await station.ask('pair:simulate', { scenario: 'good', reps: 2, speed: 4 });
    await endsBySpace(station, 2);
    const { tones: started } = await station.page.evaluate(() => window.scene);
    expect(started.filter(({ wave, hz }) => wave === 'triangle' && Math.abs(hz - 880) < 1)).toEqual([]);
    expect(started.some(({ hz }) => Math.abs(hz - 1318.51) < 1)).toBe(true);
  });

  test('a second window of the same station is silent: two would beat', async () => {
    const [page] = await Promise.all([
      station.page.context().waitForEvent('page'),
      station.page.evaluate(() => void window.open('/')),
    ]);
    await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(words.sounds.elsewhere).waitFor();
    await page.close();
  });
});

/** What a browser does to a hidden tab: no pictures at all, and timers once a second. */
function likeHidden(): void {
  window.requestAnimationFrame = () => 0;
  const { setTimeout } = window;
  window.setTimeout = ((run: TimerHandler, ms = 0, ...more: unknown[]) =>
    setTimeout(run, Math.max(1000, ms), ...more)) as typeof window.setTimeout;
}

withChromium('sound of a hidden tab', () => {
  test('no cue is lost or late', async () => {
    const station = await openStationPage({ init: [listenIn, likeHidden] });
    await station.page.keyboard.press('ArrowRight');
    await soon(async () => (await station.ask('station:state', {})).phase).toBe('no-source');
    await station.ask('pair:simulate', { scenario: 'good', reps: 4, speed: 2.5 });
    await endsBySpace(station, 4);
    const heard = await station.page.evaluate(() => window.scene);
    const late_ms = chimesLate(heard);
    expect(heard.cues.filter(({ cue }) => cue === 'met').length).toBeGreaterThanOrEqual(4);
    for (const ms of late_ms) expect(Math.abs(ms)).toBeLessThan(MET_WITHIN_MS);
    await station.close();
  });
});

/** The tones as the page plays them: their two modules, types taken off, as one script. */
const tones = ['cues.ts', 'schedule.ts']
  .map((name) => readFileSync(path.join(import.meta.dirname, '../../renderer/sound', name), 'utf8'))
  .map((text) => stripTypeScriptTypes(text).replace(/^export /gm, ''))
  .concat('Object.assign(window, { notesOf, lengthOf, scheduleNotes });')
  .join('\n');

interface Rendered {
  readonly name: string;
  readonly peak: number;
  /** First moment above silence, s. */
  readonly onset_s: number;
  readonly length_s: number;
  /** Zero crossings per second: what tells a high tone from a low one. */
  readonly crossings_hz: number;
}

withChromium('the tones themselves, rendered offline', () => {
  test('each begins on time, none clips, no two are alike', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.addScriptTag({ type: 'module', content: tones });
    const rendered = await page.evaluate(async () => {
      const { notesOf, lengthOf, scheduleNotes } =
        window as unknown as typeof import('../../renderer/sound/cues.ts') &
          typeof import('../../renderer/sound/schedule.ts');
      const names = [
        'lockout',
        'tick',
        'met',
        'higher',
        'partial',
        'missed',
        'dropped',
        'velocity-loss',
        'failed',
        'last-rep',
        'goal',
        'set-start',
        'set-end',
        'not-counted',
      ] as const;
      const all: Rendered[] = [];
      for (const name of names) {
        const context = new OfflineAudioContext(1, 48_000 * 2, 48_000);
        const notes = notesOf(name, 0.5);
        scheduleNotes(context, context.destination, notes, 0.5);
        const samples = (await context.startRendering()).getChannelData(0);
        let peak = 0;
        let onset = -1;
        let last = 0;
        let crossings = 0;
        samples.forEach((value, i) => {
          peak = Math.max(peak, Math.abs(value));
          if (Math.abs(value) < 1e-3) return;
          if (onset < 0) onset = i;
          if (Math.sign(value) !== Math.sign(samples[i - 1] ?? 0)) crossings++;
          last = i;
        });
        all.push({
          name,
          peak,
          onset_s: onset / 48_000,
          length_s: lengthOf(notes),
          crossings_hz: (crossings / (last - onset)) * 48_000,
        });
      }
      return all;
    });
    await browser.close();
    for (const { name, peak, onset_s } of rendered) {
      expect(onset_s, `${name} begins`).toBeGreaterThanOrEqual(0.5);
      expect(onset_s, `${name} begins`).toBeLessThan(0.505);
      expect(peak, `${name} is heard`).toBeGreaterThan(0.1);
      expect(peak, `${name} does not clip`).toBeLessThan(1);
    }
    for (const [i, one] of rendered.entries()) {
      for (const other of rendered.slice(i + 1)) {
        const ratio = Math.max(
          one.crossings_hz / other.crossings_hz,
          other.crossings_hz / one.crossings_hz,
          one.length_s / other.length_s,
          other.length_s / one.length_s,
        );
        expect(ratio, `${one.name} and ${other.name}`).toBeGreaterThan(1.15);
      }
    }
  });
});
