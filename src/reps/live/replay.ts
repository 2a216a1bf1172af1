import type { Recording, SampleBatch } from '../../recording/samples.ts';
import { middle_s } from '../look-again/same-rise.ts';
import { withWhatReps } from '../measure/recording-quality.ts';
import { summarise } from '../measure/set-summary.ts';
import type { Movement } from '../movement.ts';
import type { Analysis, Rep, SetContext } from '../rep.ts';
import { ALGORITHM } from '../version.ts';
import type { LiveEvent } from './events.ts';
import { createLiveTracker } from './tracker.ts';

export interface LiveReplay {
  readonly analysis: Analysis;
  readonly events: readonly LiveEvent[];
}

/** So many samples at a time, so that the trace is drained before it overflows. The cutting changes nothing else. */
const BLOCK = 1024;

/** What the causal path says during a recording, from first to last sample. */
export function replayLive(recording: Recording, context: SetContext): LiveReplay {
  const tracker = createLiveTracker(recording.sensor, context);
  const events: LiveEvent[] = [];
  const t_s: number[] = [];
  const height_m: number[] = [];
  const velocity_mps: number[] = [];
  for (let from = 0; from < recording.t_s.length; from += BLOCK) {
    for (const event of tracker.push(slice(recording, from, from + BLOCK))) events.push(event);
    const points = tracker.drainTrace();
    for (let i = 0; i < points.t_s.length; i += 1) {
      t_s.push(points.t_s[i] as number);
      height_m.push(points.height_m[i] as number);
      velocity_mps.push(points.velocity_mps[i] as number);
    }
  }
  const { reps, failed } = lastWord(events);
  return {
    analysis: withWhatReps({
      algorithm: ALGORITHM,
      recording: tracker.summary,
      reps,
      failed,
      set: summarise(reps, failed.length, context.reference?.rom_m ?? null),
      trace: {
        t_s: Float64Array.from(t_s),
        height_m: Float64Array.from(height_m),
        velocity_mps: Float64Array.from(velocity_mps),
      },
      movements: asCounted(movementsTold(events, tracker.underWay), reps),
    }),
    events,
  };
}

/** The reps as they stood when the samples ended: the newest word on each, withdrawn ones gone. */
function lastWord(events: readonly LiveEvent[]): { reps: Rep[]; failed: Rep[] } {
  const reps: Rep[] = [];
  const failed: Rep[] = [];
  for (const event of events) {
    if (event.kind === 'rep') reps[event.rep.index - 1] = event.rep;
    else if (event.kind === 'rep-withdrawn') reps.length = Math.min(reps.length, event.index - 1);
    else if (event.kind === 'failed') failed.push({ ...event.rep, index: failed.length + 1 });
  }
  return { reps, failed };
}

/** Every rise as it was told; reps that a twist or a hand showed to be none are told as that. */
function movementsTold(events: readonly LiveEvent[], underWay: Movement | null): Movement[] {
  const movements: Movement[] = [];
  for (const event of events) {
    if (event.kind === 'movement') movements.push(event.movement);
    if (event.kind !== 'rep-withdrawn') continue;
    const at = movements.findIndex(({ rep }) => rep === event.index);
    const withdrawn = movements[at];
    if (withdrawn) movements[at] = { ...withdrawn, rep: null, why_not: event.why };
  }
  return underWay === null ? movements : [...movements, underWay];
}

/** The movements by the reps as they stood in the end: another look may have found one where none was told. */
function asCounted(movements: readonly Movement[], reps: readonly Rep[]): Movement[] {
  const of = (rep: Rep, { start_s, top_s }: Movement): boolean =>
    start_s <= middle_s(rep) && middle_s(rep) <= top_s;
  const told = movements.map((movement): Movement => {
    const rep = reps.find((each) => of(each, movement))?.index ?? null;
    return { ...movement, rep, why_not: rep === null ? (movement.why_not ?? 'lost-track') : null };
  });
  const found = reps.filter((rep) => !movements.some((movement) => of(rep, movement)));
  return [...told, ...found.map(movementOf)].toSorted((a, b) => a.start_s - b.start_s);
}

const movementOf = ({ index, concentric, time_to_peak_s, rom_m, pcv_mps }: Rep): Movement => ({
  start_s: concentric.start_s,
  peak_s: concentric.start_s + (time_to_peak_s ?? 0),
  top_s: concentric.end_s,
  rise_m: rom_m ?? 0,
  peak_mps: pcv_mps ?? 0,
  rep: index,
  why_not: null,
});

function slice(recording: Recording, from: number, to: number): SampleBatch {
  const t_s = recording.t_s.subarray(from, to);
  return {
    count: t_s.length,
    clock: recording.clock,
    t_s,
    accel_g: recording.accel_g.subarray(3 * from, 3 * to),
    gyro_dps: recording.gyro_dps?.subarray(3 * from, 3 * to) ?? null,
  };
}
