import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from './context.ts';
import { liveReps, play } from './live-score.ts';
import type { Rung } from './rung.ts';

const f = (value: number | null | undefined, digits = 3): string =>
  value === null || value === undefined ? '-' : value.toFixed(digits);

function line(rep: TrueRep | Rep): string {
  const { concentric: c, lockout: l, eccentric: e, bottom: b } = rep;
  return `con ${f(c.start_s)}-${f(c.end_s)} mcv ${f(rep.mcv_mps)} pcv ${f(rep.pcv_mps)} mpv ${f(rep.mpv_mps)} rom ${f(rep.rom_m)} hold ${f(l.hold_s)} ecc ${f(e?.start_s)}-${f(e?.end_s)} peak ${f(e?.peak_mps)} bottom ${f(b.duration_s)} floor ${b.floor_contact}`;
}

const mark = (rep: TrueRep | Rep): string =>
  'verdict' in rep
    ? ` ${rep.quality} ${rep.verdict.range} [${rep.reasons.join(', ')}] sigma mcv ${f(rep.mcv_sigma_mps)} rom ${f(rep.rom_sigma_m)}`
    : ` ${rep.kind}`;

/** Everything about one set of one rung, on the screen: the truth and what each path said. */
export function showSet(rung: Rung, seed: number): void {
  const { lift, recording, truth, unknownRange } = rung.make(seed);
  const context = contextFor(lift, unknownRange === true ? null : truth);
  console.log(`${rung.name} seed ${seed}: ${rung.says}`);
  console.log(
    `samples ${recording.t_s.length}, ${f(truth.duration_s, 1)} s, reference ${f(truth.reference_rom_m)} m`,
  );
  const show = (title: string, reps: readonly (TrueRep | Rep)[]): void => {
    console.log(`\n${title}: ${reps.length}`);
    for (const rep of reps) console.log(`  ${line(rep)}${mark(rep)}`);
  };
  show('true', truth.reps);
  if (truth.failed.length > 0) show('true failed', truth.failed);
  const analysis = analyzeSet(recording, context);
  show('final', analysis.reps);
  show('final failed', analysis.failed);
  console.log(`quality ${analysis.recording.quality} ${analysis.recording.reasons.join(', ')}`);
  const tracker = createLiveTracker(recording.sensor, context);
  const events = play(recording, tracker);
  show('live', liveReps(events));
  for (const event of events) {
    const at =
      't_s' in event
        ? ` at ${f(event.t_s)}`
        : 'rep' in event
          ? ` rep ${event.rep.index}${'settled' in event && event.settled ? ' settled' : ''}`
          : '';
    console.log(`  ${f(event.said_s)} ${event.kind}${at}`);
  }
}
