import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { TimedCue } from '../station/chimes.ts';

/** The page's own two modules of tones, types taken off, as one script. */
const TONES = ['cues.ts', 'schedule.ts']
  .map((name) => readFileSync(path.join(import.meta.dirname, '../../renderer/sound', name), 'utf8'))
  .map((text) => stripTypeScriptTypes(text).replace(/^export /gm, ''))
  .concat('Object.assign(window, { notesOf, scheduleNotes });')
  .join('\n');

export const loadTones = (page: Page): Promise<unknown> =>
  page.addScriptTag({ type: 'module', content: TONES });

/**
 * The cues of one set rendered as the page renders them, each put on the audio clock at its moment and
 * stopped when it was taken back. Gives the moments at which a chime is heard: the first sample above
 * silence, s.
 */
export function hearChimes(page: Page, cues: readonly TimedCue[]): Promise<number[]> {
  const sounds = cues
    .filter(({ cue }) => cue.cue !== 'speak')
    .map(({ cue, at_s, taken_back_s }) => ({ name: cue.cue, progress: cue.progress, at_s, taken_back_s }));
  return page.evaluate(async (told) => {
    const { notesOf, scheduleNotes } = window as unknown as typeof import('../../renderer/sound/cues.ts') &
      typeof import('../../renderer/sound/schedule.ts');
    const RATE_HZ = 8_000;
    /** -60 dB: what is below is silence in any gym. */
    const AUDIBLE = 1e-3;
    const length_s = Math.max(1, ...told.map(({ at_s }) => at_s)) + 2;
    // chimes on a channel of their own: no other sound may be taken for one
    const context = new OfflineAudioContext(2, Math.ceil(length_s * RATE_HZ), RATE_HZ);
    const merger = context.createChannelMerger(2);
    merger.connect(context.destination);
    const chimes = context.createGain();
    const others = context.createGain();
    chimes.connect(merger, 0, 0);
    others.connect(merger, 0, 1);
    for (const { name, progress, at_s, taken_back_s } of told) {
      if (name === 'speak') continue;
      const out = name === 'met' ? chimes : others;
      const takeBack = scheduleNotes(context, out, notesOf(name, progress), at_s);
      if (taken_back_s !== null)
        context.suspend(taken_back_s).then(() => {
          takeBack();
          return context.resume();
        });
    }
    const samples = (await context.startRendering()).getChannelData(0);
    const onsets: number[] = [];
    let silent_since = Number.NEGATIVE_INFINITY;
    samples.forEach((value, i) => {
      if (Math.abs(value) < AUDIBLE) return;
      if (i - silent_since > RATE_HZ / 10) onsets.push(i / RATE_HZ);
      silent_since = i;
    });
    return onsets;
  }, sounds);
}
