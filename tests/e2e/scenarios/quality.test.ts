import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withChromium } from '../browser.ts';
import { cameInTime, said } from '../listen-in.ts';
import { agrees, columnsWith, openScene, type Played, repsThat, type Scene } from './scene.ts';

// How a rep was done: what the lifter hears, the coach reads and the database keeps of one and the same set.

/** Faster than life, so that the suite is not as long as a training; seconds on the screen are the lifter's own. */
const SPEED = 8;
/** Where the moment of a sound is at stake: a busy machine is late by this much more on the sample clock. */
const SLOW = 3;
/** Between the descent of a missed hold and its chime so much time is left at that speed, ms: 0.3 s of the lifter's. */
const CALLED_OFF_MS = 100;

/** A page that is busy announces the newest thing only. */
function expectAnnounced({ heard }: Played, text: RegExp): void {
  if (cameInTime(heard)) expect(heard.announced).toContainEqual(expect.stringMatching(text));
}

withChromium('rep quality', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  beforeEach(() => scene.clear());
  afterAll(() => scene?.close());

  test('a good set: five full reps, five chimes, nothing to complain about', async () => {
    await scene.clear({ reps: 5 });
    const played = await scene.simulate({ scenario: 'good', reps: 5, speed: SLOW });
    agrees(played);
    expect(columnsWith(played, ': full')).toEqual([1, 2, 3, 4, 5]);
    expect(played.card).toContain('5 full');
    expect(played.card).toContain('5 of 5');
    expect(played.card).toContain('Ready for more: 102.5 kg next time, 2.5 kg more');
    // each thing once: the counts stand above, and nothing else is to be said
    expect(played.card.match(/5 full|5 of 5/g)).toHaveLength(2);
    expect(played.footer).not.toMatch(/full|holds/i);
    expect(said(played.heard, 'met')).toHaveLength(5);
    if (cameInTime(played.heard)) expect(said(played.heard, 'tick').length).toBeGreaterThan(8);
    for (const wrong of ['partial', 'dropped', 'failed', 'velocity-loss'] as const)
      expect(said(played.heard, wrong), wrong).toHaveLength(0);
    expect(played.stored).toMatchObject({
      row: { simulated: true, interrupted: false, holds_met: 5, summary: { reps: 5, full: 5 } },
    });
    // held 1.4 s by the lifter's clock, however fast the set was played
    for (const { rep } of played.stored.reps) expect(rep.lockout.hold_s ?? 0).toBeCloseTo(1.4, 0);
    expect(played.strip[0]).toMatch(/held 1\.[345] s/);
  });

  test('a half-repped set: told by word, share and a low tone while it can still be felt', async () => {
    const played = await scene.simulate({ scenario: 'half-reps', reps: 6, speed: SPEED });
    agrees(played);
    expect(columnsWith(played, ': half rep')).toEqual([3, 6]);
    for (const name of played.strip.filter((column) => column.includes(': half rep')))
      expect(Number(/(\d+) % of full range/.exec(name)?.[1])).toBeLessThan(70);
    expect(played.card).toContain('2 half reps');
    expect(said(played.heard, 'partial')).toHaveLength(2);
    expect(said(played.heard, 'higher')).toHaveLength(2);
    expect(said(played.heard, 'lockout')).toHaveLength(4);
    expectAnnounced(played, /^Rep 3 stopped at \d\d % of full range$/);
    expect(repsThat(played, (rep) => rep.verdict.range === 'partial')).toEqual([3, 6]);
    expect(played.stored.row.summary).toMatchObject({ reps: 6, partial: 2 });
  });

  test('missed holds: the chime that was on its way is taken back, and the rep says so', async () => {
    const played = await scene.simulate({ scenario: 'missed-holds', reps: 4, speed: SLOW });
    agrees(played);
    expect(columnsWith(played, 'hold missed')).toEqual([2, 4]);
    expect(played.card).toContain('2 of 4');
    expect(said(played.heard, 'missed')).toHaveLength(2);
    expect(said(played.heard, 'met').length).toBeGreaterThanOrEqual(2);
    const chimes = played.heard.cues.filter((cue) => cue.cue === 'met').length;
    expect(chimes, 'chimes that were scheduled').toBeGreaterThanOrEqual(4);
    if (cameInTime(played.heard, CALLED_OFF_MS)) {
      expect(said(played.heard, 'met')).toHaveLength(2);
      expect(played.heard.tones.some((tone) => tone.takenBack)).toBe(true);
    }
    expectAnnounced(played, /^Rep 2: held 0\.[5-8] of 1\.0 s$/);
    expect(repsThat(played, (rep) => rep.verdict.hold === 'missed')).toEqual([2, 4]);
    expect(played.stored.row).toMatchObject({ holds_met: 2, holds_judged: 4 });
  });

  test('dropped reps click, and are named with their speed', async () => {
    const played = await scene.simulate({ scenario: 'dropped', speed: SPEED });
    agrees(played);
    expect(columnsWith(played, 'dropped')).toEqual([4, 8]);
    expect(said(played.heard, 'dropped')).toHaveLength(2);
    expectAnnounced(played, /^Rep 4 was dropped: [12]\.\d m\/s/);
    expect(repsThat(played, (rep) => rep.verdict.lowering === 'dropped')).toEqual([4, 8]);
    for (const { rep } of played.stored.reps)
      expect((rep.eccentric?.peak_mps ?? 0) > 1).toBe(rep.verdict.lowering === 'dropped');
  });

  test('constant tension: hovering is full range, resting on the floor is told', async () => {
    const played = await scene.simulate({ scenario: 'constant-tension', speed: SPEED });
    agrees(played);
    expect(await scene.page.getByRole('button', { name: /, constant tension/ }).count()).toBe(1);
    expect(played.stored.row.summary).toMatchObject({ reps: 8, partial: 0 });
    expect(said(played.heard, 'partial')).toHaveLength(0);
    expect(columnsWith(played, 'rested on the floor')).toEqual(expect.arrayContaining([3, 7]));
    expect(repsThat(played, (rep) => rep.verdict.flags.includes('floor-rest'))).toEqual(
      columnsWith(played, 'rested on the floor'),
    );
  });

  test('a failed rep buzzes, stands on the strip as failed and does not count', async () => {
    const played = await scene.simulate({ scenario: 'grind', reps: 5, speed: SPEED });
    agrees(played);
    expect(played.strip.at(-1)).toBe('Failed attempt');
    expect(played.card).toContain('1 failed');
    expect(played.card).toContain('Too heavy for now');
    expect(said(played.heard, 'failed')).toHaveLength(1);
    expect(played.stored.row.summary).toMatchObject({ reps: 5, failed: 1 });
    expect(played.stored.failed).toHaveLength(1);
  });

  test('the velocity-loss stop sounds once, as soon as the limit is passed', async () => {
    await scene.clear({ velocity_loss_pct: 15 });
    const played = await scene.simulate({ scenario: 'grind', reps: 5, speed: SPEED });
    agrees(played);
    const [stop, ...more] = said(played.heard, 'velocity-loss');
    expect(more).toEqual([]);
    const lastRep_s = Math.max(...said(played.heard, 'lockout').map((cue) => cue.sample_s));
    expect(stop?.sample_s ?? Number.NaN, 'before the set is over').toBeLessThan(lastRep_s);
    expectAnnounced(played, /^Stop: \d+ % slower than the best rep/);
    expect(played.card).toContain('Stopped at the velocity-loss limit');
    expect(played.stored.row.summary.velocity_loss_pct ?? 0).toBeGreaterThanOrEqual(15);
    expect(played.set.velocity_loss_reached).toBe(true);
  });

  test('nothing went wrong in the page meanwhile', () => {
    expect(scene.problems).toEqual([]);
  });
});
