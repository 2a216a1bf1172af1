import { simulatedRom_m } from '../../main/station/sources/simulated.ts';
import { demoAthlete } from '../../main/station/sources/simulated-athlete.ts';
import { contextOfLabels } from '../../main/station/stored/labels.ts';
import { openStore } from '../../main/store/index.ts';
import type { Reference } from '../../src/lifts/lift.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { twistedBefore } from '../accuracy/scenes.ts';
import { someLabels, value } from '../store/values.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ROM_M = 0.33;
const ONE_LEGGED_M = 0.24;
/** A lifter's mean velocity falls about this much per kg around these loads; invented, for the pictures. */
const SLOWER_PER_KG_MPS = 0.0085;

const CALIBRATED: Reference = {
  rom_m: ROM_M,
  rom_sigma_m: 0.006,
  lockout_height_m: ROM_M,
  lockout_height_sigma_m: 0.006,
  steadiness: { tilt_deg: 1.4, sway_m: 0.012 },
  origin: 'calibration',
};

export interface Season {
  readonly athlete: string;
  readonly athlete_id: number;
  /** Ids in the order in which they were lifted. */
  readonly sets: readonly number[];
}

interface Plan {
  readonly days_ago: number;
  readonly load_kg: number;
  readonly side?: 'left' | 'right';
  readonly kind?: 'work' | 'warm-up';
  readonly note?: string;
  readonly spec?: Partial<SetSpec>;
}

/**
 * Weeks of training of one athlete in a data folder: every set a simulated signal, analysed and stored as a
 * real one would be, so that screens show what the core makes of signals and not numbers written by hand.
 */
export function trainASeason(folder: string, now_epoch_ms: number, weeks = 5): Season {
  const clock = { now_epoch_ms: () => now_epoch_ms };
  const store = value(openStore(folder, { clock, demo: demoAthlete(simulatedRom_m()) }));
  const athlete = value(store.athletes.create({ name: 'Maja Lindqvist', body_mass_kg: 68 }));
  value(store.athletes.create({ name: 'Tomás Ferreira', body_mass_kg: null }));
  const key = { athlete_id: athlete.id, lift: 'hip-thrust', bench: '', side: null } as const;
  value(store.references.put({ ...key, variation: 'barbell' }, CALIBRATED));
  const oneLegged = { ...CALIBRATED, rom_m: ONE_LEGGED_M, lockout_height_m: ONE_LEGGED_M };
  for (const side of ['left', 'right'] as const)
    value(store.references.put({ ...key, side, variation: 'single-leg' }, oneLegged));
  const ids = plansOf(weeks).map((plan, index) => {
    const { days_ago, load_kg, side = null, kind = 'work', note = '', spec = {} } = plan;
    const variation = side === null ? 'barbell' : 'single-leg';
    const stronger_mps = 0.012 * ((weeks * 7 - days_ago) / 7);
    const { recording } = simulatedSet({
      seed: 100 + index,
      variation,
      reps: 6,
      rom_m: side === null ? ROM_M : ONE_LEGGED_M,
      mcv_mps: 0.72 + stronger_mps - SLOWER_PER_KG_MPS * (load_kg - 80) * (side === null ? 1 : 0.2),
      fatigue: 0.14,
      hold_s: 1.3,
      ...spec,
    });
    const labels = someLabels(athlete.id, {
      variation,
      side,
      kind,
      load_kg,
      calibration: null,
      reference: side === null ? CALIBRATED : oneLegged,
      sensor_id: null,
    });
    const analysis = analyzeSet(recording, contextOfLabels(labels));
    return value(
      store.sets.insert({
        labels,
        started_epoch_ms: now_epoch_ms - days_ago * DAY_MS - (20 - index) * 60_000,
        analysis,
        recording,
        interrupted: false,
        live_reps: null,
        note,
        deleted_reps: [],
      }),
    ).set_id;
  });
  store.close();
  return { athlete: athlete.name, athlete_id: athlete.id, sets: ids };
}

/** A session a week, fewer half reps and missed holds as the weeks go by; one-legged work at the end. */
function plansOf(weeks: number): readonly Plan[] {
  const plans: Plan[] = [];
  for (let week = 0; week < weeks; week++) {
    const days_ago = (weeks - week) * 7 - 5;
    const early = week < weeks / 2;
    plans.push(
      { days_ago, load_kg: 80, spec: early ? { half_reps: [5] } : {} },
      { days_ago, load_kg: 100, spec: { half_reps: early ? [4, 6] : week % 2 ? [6] : [] } },
      { days_ago, load_kg: 120, spec: { hold_s: early ? [1.3, 0.5, 1.2, 0.4, 1.1, 0.6] : 1.2 } },
    );
  }
  plans.push(
    { days_ago: 1, load_kg: 40, side: 'left' },
    { days_ago: 1, load_kg: 40, side: 'right', spec: { rom_m: 0.21, half_reps: [6] } },
    // the sensor sits off the bar, and the coach twists the bar before
    { days_ago: 0, load_kg: 60, kind: 'warm-up', spec: { lever_m: 0.05, ...twistedBefore(createRandom(1)) } },
    {
      days_ago: 0,
      load_kg: 100,
      spec: { dropped_reps: [5], half_reps: [3] },
      note: 'Hips shifted left on rep 5',
    },
    { days_ago: 0, load_kg: 130, spec: { failed_attempts: 1, mcv_mps: 0.32 } },
  );
  return plans;
}
