import { joinBatches } from '../../src/recording/join.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { median } from '../../src/reps/definition/median.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { BENCH_CONTEXT, RATE_HZ, type Stretch, stretchOf } from './stream.ts';
import { createVqfReference } from './vqf-reference.ts';

/** Causal path and comparison filter take turns of this length, ms of the processor, so that a machine that slows down slows both. */
const TURN_MS = 500;
const TURNS = 5;
/** The causal path's speed as a share of the comparison filter's; what it was before it watched for odd signals and for hands. */
const WANTED_SHARE = 0.81;
/** The first of these sets ends compile most of what they call; the median of them is held against the goal. */
const FINALISE_RUNS = 15;
const STRETCH_S = 180;

/** Processor time of this process, garbage collection included, ms: a busy machine measures the same. */
function processor_ms(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Samples per second of processor time of `once`, which goes through the whole stretch. */
function pace(samples: number, once: () => void): number {
  once();
  const began = processor_ms();
  let done = 0;
  do {
    once();
    done += samples;
  } while (processor_ms() - began < TURN_MS);
  return (1000 * done) / (processor_ms() - began);
}

function throughTracker({ sensor, batches }: Stretch): void {
  const tracker = createLiveTracker(sensor, BENCH_CONTEXT);
  for (const batch of batches) tracker.push(batch);
}

function throughVqf({ batches }: Stretch): void {
  const filter = createVqfReference(1 / RATE_HZ);
  const rad = Math.PI / 180;
  for (const { count, accel_g, gyro_dps } of batches)
    for (let i = 0; i < 3 * count; i += 3)
      filter.update(
        (gyro_dps?.[i] ?? 0) * rad,
        (gyro_dps?.[i + 1] ?? 0) * rad,
        (gyro_dps?.[i + 2] ?? 0) * rad,
        (accel_g[i] ?? 0) * 9.80665,
        (accel_g[i + 1] ?? 0) * 9.80665,
        (accel_g[i + 2] ?? 0) * 9.80665,
      );
}

function paces(training: Stretch): { tracker: number; vqf: number; share: number } {
  const turns = Array.from({ length: TURNS }, () => {
    const tracker = pace(training.samples, () => throughTracker(training));
    const vqf = pace(training.samples, () => throughVqf(training));
    return { tracker, vqf, share: tracker / vqf };
  });
  const middle = (of: 'tracker' | 'vqf' | 'share'): number => median(turns.map((turn) => turn[of]));
  return { tracker: middle('tracker'), vqf: middle('vqf'), share: middle('share') };
}

/** A long set as the store gives it back; its notifications are let go, so that no collection has to look through them. */
function longSet(): Recording {
  const { batches, sensor } = stretchOf(STRETCH_S, 5, 40);
  return joinBatches(batches, sensor, 'device');
}

interface Finalised {
  readonly reps: number;
  /** One end after the other, from the first of this process on: of the processor and by the clock, ms. */
  readonly processor_ms: readonly number[];
  readonly wall_ms: readonly number[];
}

function finalise(recording: Recording): Finalised {
  const processor: number[] = [];
  const wall: number[] = [];
  let reps = 0;
  for (let run = 0; run < 2 * FINALISE_RUNS; run++) {
    const began = processor_ms();
    const clock = performance.now();
    reps = analyzeSet(recording, BENCH_CONTEXT).reps.length;
    wall.push(performance.now() - clock);
    processor.push(processor_ms() - began);
  }
  return { reps, processor_ms: processor, wall_ms: wall };
}

function finaliseRow(
  what: string,
  { processor_ms, wall_ms }: Finalised,
  from: number,
  to: number,
): Record<string, string | number> {
  const own_ms = median(processor_ms.slice(from, to));
  return {
    what,
    value: `${own_ms.toFixed(1)} ms (${median(wall_ms.slice(from, to)).toFixed(1)} by the clock)`,
    'times real time': Math.round((1000 * STRETCH_S) / own_ms),
    goal: '',
  };
}

export default async function bench(): Promise<{ title: string; rows: Record<string, string | number>[] }> {
  const { tracker, vqf, share } = paces(stretchOf(STRETCH_S, 20));
  const ends = finalise(longSet());
  const set = `end of a ${STRETCH_S} s set of ${ends.reps} reps`;
  const perSecond = (what: string, rate: number): Record<string, string | number> => ({
    what,
    value: `${(rate / 1e6).toFixed(2)} million samples/s`,
    'times real time': Math.round(rate / RATE_HZ),
    goal: '',
  });
  return {
    title: `Core, one thread, ${RATE_HZ} Hz 6-axis in notifications of 8, by processor time`,
    rows: [
      { ...perSecond('causal path: samples to reps', tracker), goal: '>= 1 million samples/s' },
      { ...perSecond('VQF-style orientation filter alone', vqf), goal: '(for comparison)' },
      {
        what: 'causal path beside that filter, however slow the machine',
        value: `${share.toFixed(2)} of its speed`,
        'times real time': '',
        goal: `>= ${WANTED_SHARE}`,
      },
      finaliseRow(`${set}: the very first`, ends, 0, 1),
      {
        ...finaliseRow(`${set}: median of the first ${FINALISE_RUNS}`, ends, 0, FINALISE_RUNS),
        goal: '<= 50 ms',
      },
      finaliseRow(`${set}: median of ${FINALISE_RUNS} more`, ends, FINALISE_RUNS, 2 * FINALISE_RUNS),
    ],
  };
}
