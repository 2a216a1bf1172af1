import { z } from 'zod';
import { HIP_THRUST_VARIATIONS, LIFT_IDS } from '../../../src/lifts/lift.ts';
import { MOUNTS } from '../../../src/lifts/mount.ts';
import type { JournalHeader } from '../journal-types.ts';
import type { SetLabels } from '../types.ts';

const optional = z.number().nullable();
const three = z.tuple([z.number(), z.number(), z.number()]);

/** A journal outlives the program that wrote it: what is read back is checked like anything from outside. */
export const LabelsSchema: z.ZodType<SetLabels> = z.object({
  athlete_id: z.number().int().positive(),
  lift: z.enum(LIFT_IDS),
  variation: z.enum(HIP_THRUST_VARIATIONS),
  bench: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  // a journal of an older program knows of none
  mount: z.enum(MOUNTS).nullable().default(null),
  kind: z.enum(['work', 'warm-up']),
  load_kg: optional,
  load_unit: z.enum(['kg', 'lb']).nullable().default(null),
  goal: z.object({
    preset: z.enum(['strength', 'hypertrophy', 'light', 'power', 'custom']),
    reps: optional,
    velocity_loss_pct: optional,
    velocity_mps: optional,
    power_w: optional,
  }),
  targets: z.object({
    hold_s: optional,
    eccentric_s: optional,
    dropped_mps: optional,
    full_ratio: z.number(),
    partial_ratio: z.number(),
    constant_tension: z.boolean(),
    hover_m: z.number(),
  }),
  reference: z
    .object({
      rom_m: z.number(),
      rom_sigma_m: z.number(),
      lockout_height_m: optional,
      lockout_height_sigma_m: optional,
      steadiness: z.object({ tilt_deg: z.number(), sway_m: z.number() }).nullable(),
      origin: z.enum(['calibration', 'learned', 'given', 'simulated']),
    })
    .nullable(),
  calibration: z
    .object({
      accel_offset_g: three,
      accel_scale: three,
      gyro_bias_dps: three,
      residual_g: z.number(),
      rests: z.number(),
      origin: z.enum(['rests', 'six-position']),
    })
    .nullable(),
  set_end_s: z.number(),
  sensor_id: z.string().nullable(),
  sensor_name: z.string(),
  simulated: z.boolean(),
  replayed: z.boolean().default(false),
  accepted: z.boolean().default(true),
});

export const HeaderSchema: z.ZodType<JournalHeader> = z.object({
  labels: LabelsSchema,
  athlete_name: z.string(),
  sensor: z.object({
    family: z.string(),
    nominal_rate_hz: optional,
    accel_range_g: optional,
    gyro_range_dps: optional,
    delivery_delay_s: z.number(),
  }),
  started_epoch_ms: z.number(),
});
