import type { Database } from 'better-sqlite3';
import type { StoredRep } from '../../../src/contract/sets.ts';
import type { Rep, RepFlag } from '../../../src/reps/rep.ts';
import { Reason } from '../../../src/signal/recording-facts.ts';

/** A rep as one flat row; the names are the columns of `reps` (schema). */
export interface RepRow {
  /** It is a rep because a coach said so. */
  readonly edited: number;
  readonly place: number;
  readonly failed: number;
  readonly start_s: number;
  readonly concentric_start_s: number;
  readonly concentric_end_s: number;
  readonly concentric_duration_s: number;
  readonly lockout_start_s: number;
  readonly lockout_end_s: number | null;
  readonly hold_s: number | null;
  readonly hold_sigma_s: number | null;
  readonly eccentric_start_s: number | null;
  readonly eccentric_end_s: number | null;
  readonly eccentric_duration_s: number | null;
  readonly eccentric_peak_mps: number | null;
  readonly eccentric_mean_mps: number | null;
  readonly bottom_duration_s: number | null;
  readonly floor_contact: number | null;
  readonly mcv_mps: number | null;
  readonly mcv_sigma_mps: number | null;
  readonly mcv_repeat_sigma_mps: number | null;
  readonly pcv_mps: number | null;
  readonly mpv_mps: number | null;
  readonly time_to_peak_s: number | null;
  readonly rom_m: number | null;
  readonly rom_sigma_m: number | null;
  readonly rom_repeat_sigma_m: number | null;
  readonly mean_power_w: number | null;
  readonly peak_power_w: number | null;
  readonly quality: Rep['quality'];
  readonly reasons: string;
  readonly range: Rep['verdict']['range'];
  readonly hold: Rep['verdict']['hold'];
  readonly lowering: Rep['verdict']['lowering'];
  readonly range_ratio: number | null;
  readonly range_ratio_sigma: number | null;
  readonly over_extended: number;
  readonly floor_rest: number;
  readonly unsteady: number;
  readonly pulsed: number;
}

export interface StoredRepRow extends RepRow {
  readonly id: number;
  /** Its identity, which a new analysis of the same moment keeps. */
  readonly uuid: Buffer;
  readonly deleted: number;
}

/** Columns of `reps` that an analysis makes. */
export const repColumns = (db: Database): string[] =>
  (db.pragma('table_info(reps)') as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !['id', 'uuid', 'set_id', 'deleted'].includes(name));

export function rowOfRep(rep: Rep, failed: boolean): RepRow {
  const { concentric, lockout, eccentric, bottom, verdict } = rep;
  const has = (flag: RepFlag) => (verdict.flags.includes(flag) ? 1 : 0);
  return {
    place: rep.index,
    failed: failed ? 1 : 0,
    edited: rep.reasons.includes(Reason.byHand) ? 1 : 0,
    start_s: rep.start_s,
    concentric_start_s: concentric.start_s,
    concentric_end_s: concentric.end_s,
    concentric_duration_s: concentric.duration_s,
    lockout_start_s: lockout.start_s,
    lockout_end_s: lockout.end_s,
    hold_s: lockout.hold_s,
    hold_sigma_s: lockout.hold_sigma_s,
    eccentric_start_s: eccentric?.start_s ?? null,
    eccentric_end_s: eccentric?.end_s ?? null,
    eccentric_duration_s: eccentric?.duration_s ?? null,
    eccentric_peak_mps: eccentric?.peak_mps ?? null,
    eccentric_mean_mps: eccentric?.mean_mps ?? null,
    bottom_duration_s: bottom.duration_s,
    floor_contact: bottom.floor_contact === null ? null : Number(bottom.floor_contact),
    mcv_mps: rep.mcv_mps,
    mcv_sigma_mps: rep.mcv_sigma_mps,
    mcv_repeat_sigma_mps: rep.mcv_repeat_sigma_mps,
    pcv_mps: rep.pcv_mps,
    mpv_mps: rep.mpv_mps,
    time_to_peak_s: rep.time_to_peak_s,
    rom_m: rep.rom_m,
    rom_sigma_m: rep.rom_sigma_m,
    rom_repeat_sigma_m: rep.rom_repeat_sigma_m,
    mean_power_w: rep.mean_power_w,
    peak_power_w: rep.peak_power_w,
    quality: rep.quality,
    reasons: JSON.stringify(rep.reasons),
    range: verdict.range,
    hold: verdict.hold,
    lowering: verdict.lowering,
    range_ratio: verdict.range_ratio,
    range_ratio_sigma: verdict.range_ratio_sigma,
    over_extended: has('over-extended'),
    floor_rest: has('floor-rest'),
    unsteady: has('unsteady'),
    pulsed: has('pulsed'),
  };
}

/** When it was announced is not kept: a stored rep is one that is over. */
export function repOf(row: RepRow): Rep {
  return {
    index: row.place,
    start_s: row.start_s,
    announced_s: null,
    concentric: {
      start_s: row.concentric_start_s,
      end_s: row.concentric_end_s,
      duration_s: row.concentric_duration_s,
    },
    lockout: {
      start_s: row.lockout_start_s,
      end_s: row.lockout_end_s,
      hold_s: row.hold_s,
      hold_sigma_s: row.hold_sigma_s,
      announced_s: null,
    },
    eccentric: eccentricOf(row),
    bottom: {
      duration_s: row.bottom_duration_s,
      floor_contact: row.floor_contact === null ? null : row.floor_contact === 1,
    },
    mcv_mps: row.mcv_mps,
    mcv_sigma_mps: row.mcv_sigma_mps,
    mcv_repeat_sigma_mps: row.mcv_repeat_sigma_mps,
    pcv_mps: row.pcv_mps,
    mpv_mps: row.mpv_mps,
    time_to_peak_s: row.time_to_peak_s,
    rom_m: row.rom_m,
    rom_sigma_m: row.rom_sigma_m,
    rom_repeat_sigma_m: row.rom_repeat_sigma_m,
    mean_power_w: row.mean_power_w,
    peak_power_w: row.peak_power_w,
    quality: row.quality,
    reasons: JSON.parse(row.reasons) as string[],
    verdict: {
      range: row.range,
      hold: row.hold,
      lowering: row.lowering,
      flags: flagsOf(row),
      range_ratio: row.range_ratio,
      range_ratio_sigma: row.range_ratio_sigma,
    },
  };
}

function eccentricOf(row: RepRow): Rep['eccentric'] {
  const { eccentric_start_s, eccentric_end_s, eccentric_duration_s, eccentric_peak_mps, eccentric_mean_mps } =
    row;
  if (
    eccentric_start_s === null ||
    eccentric_end_s === null ||
    eccentric_duration_s === null ||
    eccentric_peak_mps === null ||
    eccentric_mean_mps === null
  )
    return null;
  return {
    start_s: eccentric_start_s,
    end_s: eccentric_end_s,
    duration_s: eccentric_duration_s,
    peak_mps: eccentric_peak_mps,
    mean_mps: eccentric_mean_mps,
  };
}

function flagsOf(row: RepRow): RepFlag[] {
  const flags: RepFlag[] = [];
  if (row.over_extended) flags.push('over-extended');
  if (row.floor_rest) flags.push('floor-rest');
  if (row.unsteady) flags.push('unsteady');
  if (row.pulsed) flags.push('pulsed');
  if (row.failed) flags.push('failed');
  return flags;
}

export const storedRepOf = (row: StoredRepRow): StoredRep => ({
  id: row.id,
  rep: repOf(row),
  deleted: row.deleted === 1,
  edited: row.edited === 1,
});
