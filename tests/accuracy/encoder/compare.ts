import { replayLive } from '../../../src/reps/live/replay.ts';
import type { Rep, Trace } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../context.ts';
import { alignReps } from './align.ts';
import { type EncoderRep, type EncoderSet, encoderSets, readEncoderRecording } from './recordings.ts';

export type Path = 'final' | 'live';

export interface EncoderPair {
  readonly set: EncoderSet;
  readonly ours: Rep & { readonly mcv_mps: number; readonly rom_m: number };
  readonly theirs: EncoderRep;
  readonly trace: Trace;
}

export interface ComparedSet {
  readonly set: EncoderSet;
  readonly counted: number;
  readonly ghosts: number;
  readonly missed: number;
  /** Reps of which we give no velocity or no range: counted, not compared. */
  readonly without: number;
  readonly pairs: readonly EncoderPair[];
}

const given = (rep: Rep): rep is EncoderPair['ours'] => rep.mcv_mps !== null && rep.rom_m !== null;

/** Every recorded set against what the encoder said; null without the recordings. */
export function compareWithEncoder(folder: string, path: Path): ComparedSet[] | null {
  const sets = encoderSets(folder);
  if (sets === null) return null;
  return sets.map((set) => {
    const recording = readEncoderRecording(folder, set);
    // what a wrist or a sleeve differs from the bar by is part of what two instruments do (instrument-sigma.ts)
    const context = { ...contextFor(set.lift, null), mount: 'bar' as const };
    const { reps, trace } =
      path === 'final' ? analyzeSet(recording, context) : replayLive(recording, context).analysis;
    const { pairs, ghosts, missed } = alignReps(reps, set.reps);
    const all = pairs.map(([i, j]) => ({ set, ours: reps[i] as Rep, theirs: set.reps[j] as EncoderRep }));
    const whole = all.flatMap(({ ours, theirs }) => (given(ours) ? [{ set, ours, theirs, trace }] : []));
    return { set, counted: reps.length, ghosts, missed, without: all.length - whole.length, pairs: whole };
  });
}
