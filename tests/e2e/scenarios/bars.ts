import type { StationClock } from '../../../main/station/clock.ts';
import { joinBatches } from '../../../src/recording/join.ts';
import type { Recording, SampleBatch } from '../../../src/recording/samples.ts';
import type { SampleSource, SourceSink } from '../../../src/recording/source.ts';
import { createSimulatedMotion, type MotionSpec } from '../../../src/recording/synthetic/stream.ts';
import type { TrueRep } from '../../../src/recording/synthetic/true-rep.ts';

/** This computer's clock, running `speed` times as fast: a wire on it delivers a recording that much faster. */
export function quickClock(speed: number): StationClock {
  const began_ms = Date.now();
  const began_steady_ms = performance.now();
  const now_ms = (): number => Math.floor(began_ms + (performance.now() - began_steady_ms) * speed);
  return {
    now_epoch_ms: now_ms,
    now_steady_ms: now_ms,
    after(delay_ms, run) {
      const timer = setTimeout(run, delay_ms / speed);
      return () => clearTimeout(timer);
    },
  };
}

const TURN_RATE_HZ = 100;
const QUARTER_TURN_S = 1.2;
const SWAY_M = 0.12;
const NOISE_G = 0.003;
const GRAVITY_MPS2 = 9.80665;
const DEG = Math.PI / 180;

/**
 * A sensor that is taken off the bar, turned over quarter by quarter and moved from side to side, and laid
 * down again: a lot of acceleration and rotation, and no height at all.
 */
export function turnedInHand(quarters: number): Recording {
  const still_s = 3;
  const count = Math.round((2 * still_s + quarters * 2 * QUARTER_TURN_S) * TURN_RATE_HZ);
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = new Float64Array(3 * count);
  // a fixed little pattern is as good as noise to what looks for rises
  const noise = (i: number, axis: number): number => NOISE_G * Math.sin(i * (12.9898 + 3.7 * axis) + axis);
  for (let i = 0; i < count; i++) {
    const t = i / TURN_RATE_HZ;
    const moving_s = t - still_s;
    const quarter = Math.floor(moving_s / (2 * QUARTER_TURN_S));
    const within_s = moving_s - quarter * 2 * QUARTER_TURN_S;
    const on = moving_s >= 0 && quarter < quarters;
    const u = on ? Math.min(1, within_s / QUARTER_TURN_S) : 0;
    const turned =
      moving_s < 0 ? 0 : Math.min(quarter, quarters) + (on ? (1 - Math.cos(Math.PI * u)) / 2 : 0);
    const angle = turned * 90 * DEG;
    const rate_dps = on && u < 1 ? (90 * Math.PI * Math.sin(Math.PI * u)) / 2 / QUARTER_TURN_S : 0;
    // from side to side along the axis it turns about: level, whatever the angle
    const sway = on ? within_s - QUARTER_TURN_S : 0;
    const w = (2 * Math.PI) / QUARTER_TURN_S;
    const side_g = on && sway > 0 ? (SWAY_M * w * w * Math.sin(w * sway)) / GRAVITY_MPS2 : 0;
    t_s[i] = t;
    accel_g.set([side_g + noise(i, 0), Math.sin(angle) + noise(i, 1), Math.cos(angle) + noise(i, 2)], 3 * i);
    gyro_dps.set([rate_dps, 0, 0], 3 * i);
  }
  const sensor = {
    family: 'file',
    nominal_rate_hz: TURN_RATE_HZ,
    accel_range_g: 16,
    gyro_range_dps: 2000,
    delivery_delay_s: 0,
  };
  return { sensor, clock: 'device', t_s, accel_g, gyro_dps };
}

/** A bar that lies still between sets for as long as it takes until the next lifter is told to go. */
export interface PatientBar {
  readonly source: SampleSource;
  readonly reference_rom_m: number;
  readonly truth: readonly TrueRep[];
  /** Sample seconds the bar has been lying since the last set. */
  readonly rested_s: number;
  go(): void;
}

const REST_S = 5;
/** Into the rest, the second that is repeated while the bar waits, s. */
const WAIT_FROM_S = 2;
const WAIT_FOR_S = 1;

export function patientBar(speed: number, sets: number, spec: MotionSpec): PatientBar {
  const motion = createSimulatedMotion(3, { ...spec, rest_s: REST_S, first_rest_s: REST_S });
  const batches: SampleBatch[] = [];
  const wanted = sets * (spec.reps ?? 1);
  while (motion.told.length <= wanted) batches.push(motion.next().batch);
  const recording = joinBatches(batches, motion.sensor, 'device');
  const dt_s = (recording.t_s.at(-1) ?? 0) / (recording.t_s.length - 1);
  const truth = motion.told.slice(0, wanted);
  /** Sample at which each rest begins: before the first set, and after each. */
  const rests = Array.from({ length: sets + 1 }, (_, set) => {
    const end_s = set === 0 ? 0 : (truth[set * (spec.reps ?? 1) - 1]?.eccentric?.end_s ?? 0);
    return recording.t_s.findIndex((at_s) => at_s >= end_s);
  });
  const waitFrom = Math.round(WAIT_FROM_S / dt_s);
  const waitFor = Math.round(WAIT_FOR_S / dt_s);
  let set = 0;
  let going = false;
  let at = 0;
  let sent = 0;
  let rested = 0;
  let stopped = false;
  let sink: SourceSink | null = null;

  /** The next sample of the recording; at the end of the waiting second back to its beginning. */
  const step = (): number => {
    const rest = rests[set] ?? 0;
    if (at === rest + waitFrom + waitFor) {
      if (!going) at = rest + waitFrom;
      else {
        going = false;
        set++;
      }
    }
    rested = at < (rests[set] ?? 0) ? 0 : rested + 1;
    return at < recording.t_s.length - 1 ? at++ : at;
  };
  const began_ms = Date.now();
  const tick = (): void => {
    if (stopped) return;
    const due = Math.floor((((Date.now() - began_ms) / 1000) * speed) / dt_s);
    const count = due - sent;
    if (count > 0) {
      const batch = {
        count,
        clock: 'device' as const,
        t_s: Float64Array.from({ length: count }, (_, i) => (sent + i) * dt_s),
        accel_g: new Float64Array(3 * count),
        gyro_dps: new Float64Array(3 * count),
      };
      for (let i = 0; i < count; i++) {
        const from = 3 * step();
        batch.accel_g.set(recording.accel_g.subarray(from, from + 3), 3 * i);
        batch.gyro_dps.set(recording.gyro_dps?.subarray(from, from + 3) ?? [], 3 * i);
      }
      sent = due;
      sink?.samples(batch);
    }
    setTimeout(tick, 10);
  };
  return {
    source: {
      kind: 'sensor',
      name: 'Rack 1',
      start(to) {
        sink = to;
        to.event({ kind: 'started', sensor: motion.sensor });
        tick();
      },
      async stop() {
        stopped = true;
      },
    },
    reference_rom_m: motion.reference_rom_m,
    truth,
    get rested_s() {
      return rested * dt_s;
    },
    go() {
      going = true;
    },
  };
}
