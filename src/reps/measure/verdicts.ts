import type { Reference, Targets } from '../../lifts/lift.ts';
import type { HoldVerdict, LoweringVerdict, RangeVerdict, RepFlag, Verdict } from '../rep.ts';
import { shortOfZone } from './lockout-zone.ts';

/** What a rep is judged by. null where it was not seen or cannot be told. */
export interface RepMeasures {
  readonly rom_m: number | null;
  readonly rom_sigma_m: number | null;
  readonly hold_s: number | null;
  readonly hold_sigma_s: number | null;
  readonly eccentric_s: number | null;
  readonly eccentric_peak_mps: number | null;
  /** The bar came down onto the floor after this rep. */
  readonly floor_contact: boolean | null;
  /** No rep follows it: where the bar goes after the set is no rest in it. */
  readonly ends_set?: boolean;
  /** The rep began from the floor, or from the calibrated bottom. */
  readonly known_bottom: boolean;
  readonly tilt_deg: number | null;
  readonly sway_m: number | null;
  /** The bar went down and up again at lockout, more than once. */
  readonly pulsed: boolean;
  readonly failed: boolean;
  /** Lockout is a place in this lift (lockout-zone.ts). */
  readonly has_lockout_zone: boolean;
}

/** Over-extended: higher than the calibrated lockout by more than this, m (chosen here: what a lockout varies by). */
const OVER_EXTENSION_M = 0.02;
/** ... and by more than so many sigmas of the two heights, so that doubt alone accuses nobody (chosen here). */
const OVER_EXTENSION_SIGMAS = 2;
/** Unsteady: tilt or sway more than this multiple of the calibration reps' (chosen here). */
const UNSTEADY_FACTOR = 2;
/** A calmer calibration counts as this calm, deg: nobody is unsteady below 1 deg (median of 40 recorded reps: 0.8). */
const CALM_TILT_DEG = 0.5;
/** The same for sway, m: below 1 cm nobody is unsteady (median of 40 recorded reps: 2 mm). */
const CALM_SWAY_M = 0.005;

/** The verdicts on a rep, each with its evidence. */
export function judge(rep: RepMeasures, targets: Targets, reference: Reference | null): Verdict {
  const range = judgeRange(rep, targets, reference);
  return {
    range: range.verdict,
    range_ratio: range.ratio,
    range_ratio_sigma: range.sigma,
    hold: judgeHold(rep, targets, range),
    lowering: judgeLowering(rep, targets),
    flags: flagsOf(rep, targets, reference),
  };
}

interface Range {
  readonly verdict: RangeVerdict;
  readonly ratio: number | null;
  readonly sigma: number | null;
}

function judgeRange(rep: RepMeasures, targets: Targets, reference: Reference | null): Range {
  if (reference === null || rep.rom_m === null) return { verdict: 'unsure', ratio: null, sigma: null };
  const full_m = reference.rom_m - (targets.constant_tension ? targets.hover_m : 0);
  if (!(full_m > 0)) return { verdict: 'unsure', ratio: null, sigma: null };
  const ratio = rep.rom_m / full_m;
  const sigma = Math.hypot((rep.rom_sigma_m ?? 0) / full_m, (ratio * reference.rom_sigma_m) / full_m);
  const nearest = [targets.full_ratio, targets.partial_ratio].reduce((a, b) =>
    Math.abs(ratio - a) <= Math.abs(ratio - b) ? a : b,
  );
  if (Math.abs(ratio - nearest) < sigma) return { verdict: 'unsure', ratio, sigma };
  const verdict = ratio >= targets.full_ratio ? 'full' : ratio < targets.partial_ratio ? 'partial' : 'short';
  return { verdict, ratio, sigma };
}

function judgeHold(rep: RepMeasures, targets: Targets, range: Range): HoldVerdict | null {
  if (targets.hold_s === null || rep.hold_s === null) return null;
  const top = { range_ratio: range.ratio, range_ratio_sigma: range.sigma };
  if (rep.has_lockout_zone && shortOfZone(top, targets) !== null) return 'no-lockout';
  if (Math.abs(rep.hold_s - targets.hold_s) < (rep.hold_sigma_s ?? 0)) return 'unsure';
  return rep.hold_s >= targets.hold_s ? 'met' : 'missed';
}

function judgeLowering(rep: RepMeasures, targets: Targets): LoweringVerdict | null {
  if (rep.eccentric_s === null || rep.eccentric_peak_mps === null) return null;
  if (targets.dropped_mps !== null && rep.eccentric_peak_mps > targets.dropped_mps) return 'dropped';
  if (targets.eccentric_s !== null) return rep.eccentric_s < targets.eccentric_s ? 'fast' : 'controlled';
  return targets.dropped_mps === null ? null : 'controlled';
}

function flagsOf(rep: RepMeasures, targets: Targets, reference: Reference | null): RepFlag[] {
  const flags: RepFlag[] = [];
  if (overExtended(rep, targets, reference)) flags.push('over-extended');
  if (targets.constant_tension && rep.floor_contact === true && rep.ends_set !== true)
    flags.push('floor-rest');
  if (unsteady(rep, reference)) flags.push('unsteady');
  if (rep.pulsed) flags.push('pulsed');
  if (rep.failed) flags.push('failed');
  return flags;
}

function overExtended(rep: RepMeasures, targets: Targets, reference: Reference | null): boolean {
  if (!rep.known_bottom || rep.rom_m === null || reference?.lockout_height_m == null) return false;
  // a hovering bottom is not the calibrated one: the height above it says nothing about lockout
  if (targets.constant_tension && rep.floor_contact !== true) return false;
  const sigma = Math.hypot(rep.rom_sigma_m ?? 0, reference.lockout_height_sigma_m ?? 0);
  return rep.rom_m - reference.lockout_height_m > Math.max(OVER_EXTENSION_M, OVER_EXTENSION_SIGMAS * sigma);
}

function unsteady(rep: RepMeasures, reference: Reference | null): boolean {
  const calm = reference?.steadiness;
  if (calm == null) return false;
  const tilts =
    rep.tilt_deg !== null && rep.tilt_deg > UNSTEADY_FACTOR * Math.max(CALM_TILT_DEG, calm.tilt_deg);
  const sways = rep.sway_m !== null && rep.sway_m > UNSTEADY_FACTOR * Math.max(CALM_SWAY_M, calm.sway_m);
  return tilts || sways;
}
