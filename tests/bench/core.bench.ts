import { joinBatches } from '../../src/recording/join.ts';
import { analyzeSet } from '../../src/reps/analyze.ts';
import { createLiveTracker } from '../../src/reps/live-tracker.ts';
import { BENCH_CONTEXT, RATE_HZ, type Stretch, stretchOf } from './stream.ts';
import { createVqfReference } from './vqf-reference.ts';

const MEASURE_MS = 2000;
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
  } while (processor_ms() - began < MEASURE_MS);
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

function finalise(stretch: Stretch): { median_ms: number; reps: number } {
  const recording = joinBatches(stretch.batches, stretch.sensor, 'device');
  const times: number[] = [];
  let reps = 0;
  for (let run = 0; run < FINALISE_RUNS; run++) {
    const began = processor_ms();
    reps = analyzeSet(recording, BENCH_CONTEXT).reps.length;
    times.push(processor_ms() - began);
  }
  times.sort((a, b) => a - b);
  return { median_ms: times[Math.floor(times.length / 2)] ?? 0, reps };
}

export default async function bench(): Promise<{ title: string; rows: Record<string, string | number>[] }> {
  const training = stretchOf(STRETCH_S, 20);
  const longSet = stretchOf(STRETCH_S, 5, 40);
  const tracker = pace(training.samples, () => throughTracker(training));
  const vqf = pace(training.samples, () => throughVqf(training));
  const { median_ms, reps } = finalise(longSet);
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
        what: `end of a ${STRETCH_S} s set of ${reps} reps (median of ${FINALISE_RUNS})`,
        value: `${median_ms.toFixed(1)} ms`,
        'times real time': Math.round((1000 * STRETCH_S) / median_ms),
        goal: '<= 50 ms',
      },
    ],
  };
}
