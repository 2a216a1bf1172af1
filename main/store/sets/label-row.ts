import type { Database } from 'better-sqlite3';
import type { SetKind, Units } from '../../../src/contract/setup.ts';
import type { LiftId, Reference, Side, VariationId } from '../../../src/lifts/lift.ts';
import type { MountId } from '../../../src/lifts/mount.ts';
import { calibrationOf, keepCalibration } from '../calibrations.ts';
import { referenceOf, referenceRow } from '../references.ts';
import type { SetLabels } from '../types.ts';
import { type GoalRow, goalOfRow, goalRow } from './goal-row.ts';

/** A set's labels as columns of `sets` (schema/v1.ts). */
export interface LabelRow extends GoalRow {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly side: Side | null;
  readonly mount: MountId | null;
  readonly kind: SetKind;
  readonly load_kg: number | null;
  readonly load_unit: Units | null;
  readonly target_hold_s: number | null;
  readonly target_eccentric_s: number | null;
  readonly target_dropped_mps: number | null;
  readonly target_full_ratio: number;
  readonly target_partial_ratio: number;
  readonly target_constant_tension: number;
  readonly target_hover_m: number;
  readonly set_end_s: number;
  readonly reference_origin: Reference['origin'] | null;
  readonly reference_rom_m: number | null;
  readonly reference_rom_sigma_m: number | null;
  readonly reference_lockout_height_m: number | null;
  readonly reference_lockout_height_sigma_m: number | null;
  readonly reference_tilt_deg: number | null;
  readonly reference_sway_m: number | null;
  readonly calibration_id: number | null;
  readonly sensor_id: string | null;
  readonly sensor_name: string;
  readonly simulated: number;
  readonly replayed: number;
  readonly accepted: number;
}

/** Keeps the calibration as a row of its own if it is new. */
export function rowOfLabels(db: Database, labels: SetLabels): LabelRow {
  const { goal, targets } = labels;
  const reference = referenceRow(labels.reference);
  return {
    athlete_id: labels.athlete_id,
    lift: labels.lift,
    variation: labels.variation,
    bench: labels.bench,
    side: labels.side,
    mount: labels.mount,
    kind: labels.kind,
    load_kg: labels.load_kg,
    load_unit: labels.load_unit,
    ...goalRow(goal),
    target_hold_s: targets.hold_s,
    target_eccentric_s: targets.eccentric_s,
    target_dropped_mps: targets.dropped_mps,
    target_full_ratio: targets.full_ratio,
    target_partial_ratio: targets.partial_ratio,
    target_constant_tension: targets.constant_tension ? 1 : 0,
    target_hover_m: targets.hover_m,
    set_end_s: labels.set_end_s,
    reference_origin: reference.origin,
    reference_rom_m: reference.rom_m,
    reference_rom_sigma_m: reference.rom_sigma_m,
    reference_lockout_height_m: reference.lockout_height_m,
    reference_lockout_height_sigma_m: reference.lockout_height_sigma_m,
    reference_tilt_deg: reference.tilt_deg,
    reference_sway_m: reference.sway_m,
    calibration_id: keepCalibration(db, labels.calibration),
    sensor_id: labels.sensor_id,
    sensor_name: labels.sensor_name,
    simulated: labels.simulated ? 1 : 0,
    replayed: labels.replayed ? 1 : 0,
    accepted: labels.accepted ? 1 : 0,
  };
}

export function labelsOfRow(db: Database, row: LabelRow): SetLabels {
  return {
    athlete_id: row.athlete_id,
    lift: row.lift,
    variation: row.variation,
    bench: row.bench,
    side: row.side,
    mount: row.mount,
    kind: row.kind,
    load_kg: row.load_kg,
    load_unit: row.load_unit,
    goal: goalOfRow(row),
    targets: {
      hold_s: row.target_hold_s,
      eccentric_s: row.target_eccentric_s,
      dropped_mps: row.target_dropped_mps,
      full_ratio: row.target_full_ratio,
      partial_ratio: row.target_partial_ratio,
      constant_tension: row.target_constant_tension === 1,
      hover_m: row.target_hover_m,
    },
    reference: referenceOf({
      origin: row.reference_origin,
      rom_m: row.reference_rom_m,
      rom_sigma_m: row.reference_rom_sigma_m,
      lockout_height_m: row.reference_lockout_height_m,
      lockout_height_sigma_m: row.reference_lockout_height_sigma_m,
      tilt_deg: row.reference_tilt_deg,
      sway_m: row.reference_sway_m,
    }),
    calibration: calibrationOf(db, row.calibration_id),
    set_end_s: row.set_end_s,
    sensor_id: row.sensor_id,
    sensor_name: row.sensor_name,
    simulated: row.simulated === 1,
    replayed: row.replayed === 1,
    accepted: row.accepted === 1,
  };
}
