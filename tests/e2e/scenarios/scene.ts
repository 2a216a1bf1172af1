import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { type OpenStation, openStation } from '../../../main/compose.ts';
import { createHost } from '../../../main/host.ts';
import { pageFolder } from '../../../main/root.ts';
import { dispatch } from '../../../src/contract/bridge.ts';
import type { LiveSet, Rep } from '../../../src/contract/live-set.ts';
import type { Replies } from '../../../src/contract/replies.ts';
import type { Argument } from '../../../src/contract/requests.ts';
import type { Result } from '../../../src/contract/result.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import { recordingToCsv } from '../../../src/recording/csv-write.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { PATIENCE_MS } from '../../patience.ts';
import { launchChromium, openPage, type WatchedPage } from '../browser.ts';
import { type Heard, listenIn, said, sounded, TONES } from '../listen-in.ts';
import { type Ask, letSourcesGo } from '../sources.ts';

const LOOK_EVERY_MS = 60;

/** One set as it was shown, said and stored. */
export interface Played {
  /** Accessible names of the columns on the strip, as a screen reader meets them. */
  readonly strip: readonly string[];
  /** Everything written on the card beside the strip, and on the footer. */
  readonly card: string;
  readonly footer: string;
  /** What came of this set. */
  readonly heard: Heard;
  /** The same, and of the next set what had begun before its lifter was let go. */
  readonly all: Heard;
  readonly set: LiveSet;
  readonly stored: SetDetail;
}

/** The real station, host and store behind a real page that is listened in on. */
export interface Scene extends WatchedPage {
  readonly open: OpenStation;
  readonly ask: Ask;
  /** Nothing is left on the screen or to be heard of what was before. */
  clear(goal?: Argument<'station:goal'>): Promise<void>;
  simulate(wish: Argument<'pair:simulate'>): Promise<Played>;
  replay(recording: Recording, speed: number): Promise<void>;
  /** Waits for the end of the set and gathers what it came to. */
  finished(): Promise<Played>;
  heard(): Promise<Heard>;
  strip(): Promise<string[]>;
  close(): Promise<void>;
}

const PLAIN_GOAL = { preset: 'hypertrophy', hold_s: 1, velocity_loss_pct: null } as const;

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-scene-'));
  const opened = openStation({ data_folder: folder, reconnect: false });
  if (!opened.ok) throw new Error(opened.error.message);
  const open = opened.value;
  const host = await createHost({ ...open, page_folder: pageFolder() });
  if (!host.ok) throw new Error(host.error.message);
  const browser = await launchChromium();
  const watched = await openPage(browser, host.value.entrance(), '1280x720', { init: [listenIn] });
  const { page } = watched;
  await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
  await page.keyboard.press('ArrowRight'); // any key unlocks the sound
  await page.getByText('Sound is off').waitFor({ state: 'detached' });

  const ask: Ask = async (channel, argument) => {
    const reply = (await dispatch(open.handlers, channel, argument)) as Result<Replies[typeof channel]>;
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`);
    return reply.value;
  };
  const { sounds } = await ask('settings:get', {});
  await ask('settings:update', { sounds: { ...sounds, 'set-start': true } });

  const region = (name: string) => page.getByRole('region', { name });
  const strip = async (): Promise<string[]> => {
    const tree = await region('Reps of this set').ariaSnapshot();
    return [...tree.matchAll(/button "((?:Rep \d|Failed attempt)[^"]*)"/g)].map((match) => match[1] ?? '');
  };
  const heard = (): Promise<Heard> => page.evaluate(() => window.scene);

  const scene: Scene = {
    ...watched,
    open,
    ask,
    heard,
    strip,
    async clear(goal) {
      await letSourcesGo(ask);
      await ask('station:next', {});
      await ask('station:goal', { ...PLAIN_GOAL, ...goal });
      await page.evaluate(() => {
        for (const list of Object.values(window.scene)) list.length = 0;
      });
    },
    async simulate(wish) {
      await ask('pair:simulate', wish);
      return scene.finished();
    },
    async replay(recording, speed) {
      await ask('pair:replay', { csv: [...recordingToCsv(recording)].join(''), speed });
    },
    async finished() {
      const until_ms = Date.now() + PATIENCE_MS;
      while (open.station.state().set?.status !== 'finished') {
        if (Date.now() > until_ms)
          throw new Error(`No finished set: ${JSON.stringify(open.station.state().set?.summary ?? null)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      const { set } = open.station.state();
      await letSourcesGo(ask);
      await page.getByText(`Set ${set?.number} is done`, { exact: true }).waitFor();
      const played = {
        strip: await strip(),
        card: await region('Last rep').innerText(),
        footer: await page.locator('footer').innerText(),
        all: await heard(),
      };
      if (set?.set_id == null) throw new Error('the set is not stored');
      return {
        ...played,
        heard: untilSetEnd(played.all),
        set,
        stored: await ask('sets:get', { id: set.set_id }),
      };
    },
    async close() {
      await browser.close();
      await host.value.close();
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return scene;
}

function untilSetEnd(heard: Heard): Heard {
  const end = heard.cues.findIndex(({ cue }) => cue === 'set-end') + 1 || heard.cues.length;
  return { ...heard, cues: heard.cues.slice(0, end), cues_late_ms: heard.cues_late_ms.slice(0, end) };
}

/** Places of the stored reps of which `is` holds, 1-based. */
export const repsThat = ({ stored }: Played, is: (rep: Rep) => boolean): number[] =>
  stored.reps.filter(({ rep }) => is(rep)).map(({ rep }) => rep.index);

/** Places of the columns whose accessible name has these words, 1-based. */
export const columnsWith = ({ strip }: Played, words: string): number[] =>
  strip.filter((name) => name.includes(words)).map((name) => Number(/^Rep (\d+)/.exec(name)?.[1]));

const RANGE = { full: 'full', short: 'short', partial: 'half rep', unsure: 'unsure' } as const;

/**
 * What holds of every set: the three agree with each other. `unheard`: reps that began or ended where nothing was received,
 * whose top may not have been seen as it was reached.
 */
export function agrees(
  { strip, heard, all, stored }: Played,
  unheard = stored.row.interrupted ? 1 : 0,
): void {
  const kept = stored.reps.filter(({ deleted }) => !deleted);
  const columns = strip.filter((name) => name.startsWith('Rep'));
  expect(columns.length, 'columns shown and reps stored').toBe(kept.length);
  for (const [at, { rep }] of kept.entries()) {
    // without a range to hold it against, the range as it was measured
    const unknown = rep.verdict.range === 'unsure' && rep.verdict.range_ratio === null;
    const range =
      rep.rom_m === null ? '' : unknown ? `${(rep.rom_m * 100).toFixed(0)} cm` : RANGE[rep.verdict.range];
    expect(columns[at]).toContain(`Rep ${rep.index}: ${range}`);
    // a velocity that cannot be told is left out, never shown as a number
    if (rep.mcv_mps === null) expect(columns[at]).not.toContain('m/s');
    else expect(columns[at]).toContain(`${rep.mcv_mps.toFixed(2)} m/s`);
  }
  expect(strip.length - columns.length, 'failed attempts').toBe(stored.failed.length);
  // every cue that came was put on the loudspeaker, once, unless it was taken back
  for (const name of TONES) expect(sounded(all, name), `${name} heard`).toBe(said(all, name).length);
  expect(said(heard, 'set-start'), 'set-start').toHaveLength(1);
  expect(said(heard, 'set-end'), 'set-end').toHaveLength(1);
  const lockedOut = kept.filter(({ rep }) => rep.verdict.hold !== 'no-lockout').length;
  expect(said(heard, 'lockout').length, 'a lockout tone for every rep at lockout').toBeGreaterThanOrEqual(
    lockedOut - unheard,
  );
}
