import type { NewSet, SetLabels } from '../../main/store/index.ts';
import type { NewProfile } from '../../main/store/speed-profiles.ts';
import type { Result } from '../../src/contract/result.ts';
import type { Reference } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { summarise } from '../../src/reps/measure/set-summary.ts';
import type { Analysis, Rep } from '../../src/reps/rep.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Wednesday 18 November 2026, noon, local time. */
export const NOON = new Date(2026, 10, 18, 12).getTime();

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function problem(result: Result<unknown>): { readonly code: string; readonly message: string } {
  if (result.ok) throw new Error('this should have been refused');
  return result.error;
}

export const SIMULATED_RANGE: Reference = {
  rom_m: 0.32,
  rom_sigma_m: 0.004,
  lockout_height_m: 0.32,
  lockout_height_sigma_m: 0.005,
  steadiness: { tilt_deg: 1.5, sway_m: 0.01 },
  origin: 'simulated',
};

/** A hip thrust rep, two seconds after the one before; `what` changes single numbers of it. */
export function aRep(index: number, what: Partial<Rep> = {}): Rep {
  const at_s = 10 + 4 * index;
  return {
    index,
    start_s: at_s,
    announced_s: null,
    concentric: { start_s: at_s, end_s: at_s + 0.6, duration_s: 0.6 },
    lockout: {
      start_s: at_s + 0.6,
      end_s: at_s + 1.7,
      hold_s: 1.1,
      hold_sigma_s: 0.03,
      announced_s: null,
    },
    eccentric: { start_s: at_s + 1.7, end_s: at_s + 2.9, duration_s: 1.2, peak_mps: 0.45, mean_mps: 0.26 },
    bottom: { duration_s: 1.1, floor_contact: true },
    mcv_mps: 0.52,
    mcv_sigma_mps: 0.026,
    mcv_repeat_sigma_mps: 0.008,
    pcv_mps: 0.81,
    mpv_mps: 0.52,
    time_to_peak_s: 0.31,
    rom_m: 0.31,
    rom_sigma_m: 0.019,
    rom_repeat_sigma_m: 0.006,
    mean_power_w: 512.5,
    peak_power_w: 801.25,
    quality: 'good',
    reasons: [],
    verdict: {
      range: 'full',
      hold: 'met',
      lowering: 'controlled',
      flags: [],
      range_ratio: 0.97,
      range_ratio_sigma: 0.02,
    },
    ...what,
  };
}

export const verdict = (what: Partial<Rep['verdict']>): Rep['verdict'] => ({ ...aRep(1).verdict, ...what });

export const reps = (count: number, what: Partial<Rep> = {}): Rep[] =>
  Array.from({ length: count }, (_, i) => aRep(i + 1, what));

export function anAnalysis(of: readonly Rep[], what: Partial<Analysis> = {}): Analysis {
  const points = 500;
  const t_s = Float64Array.from({ length: points }, (_, i) => i * 0.1);
  return {
    algorithm: '1.0.0',
    recording: {
      duration_s: 50,
      samples: 5000,
      rate_hz: 100,
      effective_rate_hz: 99.5,
      gaps: 1,
      clipped: 2,
      despiked: 3,
      axes: 6,
      quality: 'fair',
      reasons: ['gap'],
      lever_m: 0.043,
    },
    reps: of,
    failed: [],
    set: summarise(of, what.failed?.length ?? 0, 0.32),
    trace: { t_s, height_m: t_s.map(Math.sin), velocity_mps: t_s.map(Math.cos) },
    movements: [],
    ...what,
  };
}

/** Irregular device time and full-precision floats: what must come back bit for bit. */
export function aRecording(count = 400, what: Partial<Recording> = {}): Recording {
  return {
    sensor: {
      family: 'witmotion',
      nominal_rate_hz: 100,
      accel_range_g: 16,
      gyro_range_dps: 2000,
      delivery_delay_s: 0.04,
    },
    clock: 'device',
    t_s: Float64Array.from({ length: count }, (_, i) => i / 100 + (i % 7) * 1e-4),
    accel_g: Float64Array.from({ length: 3 * count }, (_, i) => Math.sin(i * 0.37) / 3),
    gyro_dps: Float64Array.from({ length: 3 * count }, (_, i) => Math.cos(i * 0.11) * 50),
    ...what,
  };
}

export const someLabels = (athlete_id: number, what: Partial<SetLabels> = {}): SetLabels => ({
  athlete_id,
  lift: 'hip-thrust',
  variation: 'barbell',
  bench: '',
  side: null,
  mount: null,
  kind: 'work',
  load_kg: 100,
  load_unit: null,
  goal: { preset: 'hypertrophy', reps: 8, velocity_loss_pct: 25, velocity_mps: null, power_w: null },
  targets: {
    hold_s: 1,
    eccentric_s: 1,
    dropped_mps: 1,
    full_ratio: 0.85,
    partial_ratio: 0.7,
    constant_tension: false,
    hover_m: 0.05,
  },
  reference: { ...SIMULATED_RANGE, origin: 'calibration' },
  calibration: {
    accel_offset_g: [0.011, -0.004, 0.02],
    accel_scale: [1.002, 0.999, 1.004],
    gyro_bias_dps: [0.1, -0.2, 0.05],
    residual_g: 0.0021,
    rests: 14,
    origin: 'rests',
  },
  set_end_s: 8,
  sensor_id: 'c8:47:8c:00:00:01',
  sensor_name: 'Rack 2',
  simulated: false,
  replayed: false,
  accepted: true,
  ...what,
});

export function aSet(
  athlete_id: number,
  what: Partial<NewSet> & { readonly labels?: SetLabels } = {},
): NewSet {
  return {
    labels: someLabels(athlete_id),
    started_epoch_ms: NOON,
    analysis: anAnalysis(reps(8)),
    recording: aRecording(),
    interrupted: false,
    live_reps: null,
    note: '',
    deleted_reps: [],
    ...what,
  };
}

/** A load-velocity profile of three loads. */
export const A_PROFILE: NewProfile = {
  typed: false,
  instrument: 'Rack 2',
  figures: {
    points: [
      { load_kg: 60.5, mcv_mps: 0.7, sigma_mps: 0.012 },
      { load_kg: 80, mcv_mps: 0.5123456789, sigma_mps: 0.01 },
      { load_kg: 100, mcv_mps: 1 / 3, sigma_mps: 0.01 },
    ],
    at_zero_mps: 1.3,
    per_kg_mps: -0.0097,
    middle_kg: 80.25,
    middle_mps: 0.52,
    middle_sd_mps: 0.02,
    max: { low_kg: 101, high_kg: 118.5, velocity_mps: 0.25 },
    doubts: [{ kind: 'few-points', points: 3, least: 4 }],
  },
};
