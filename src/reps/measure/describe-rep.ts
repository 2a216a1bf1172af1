import { liftOf } from '../../lifts/catalogue.ts';
import { LOST_GAP_S } from '../../signal/gaps.ts';
import { Reason } from '../../signal/recording-facts.ts';
import type { MotionTerm } from '../../signal/set/anchors.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { CutOff } from '../definition/cut-off.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { measureRep } from '../definition/metrics.ts';
import { type Descent, ESTIMATED } from '../definition/phases.ts';
import type { MotionTrace } from '../definition/trace.ts';
import type { Rep, RepSteadiness, SetContext } from '../rep.ts';
import { againstInstrument } from './instrument-sigma.ts';
import { hasLockoutZone } from './lockout-zone.ts';
import { placeUnsure } from './mount.ts';
import { pulsesOf } from './pulses.ts';
import { isDisturbed, qualityOf } from './quality.ts';
import { type RepUncertainty, uncertaintyOf } from './uncertainty.ts';
import { unseenInHold } from './unseen-hold.ts';
import { judge } from './verdicts.ts';

export interface RepDescription {
  readonly index: number;
  readonly samples: Pick<SetSamples, 'count' | 't_s' | 'flags'>;
  readonly motion: MotionTrace;
  readonly rep: RepMotion;
  readonly sigma: (terms: readonly MotionTerm[]) => number;
  /** The same of what not knowing where the sensor sits adds, alike in every rep. */
  readonly place: (terms: readonly MotionTerm[]) => number;
  /** Of the set, 1 where bar and samples are as rough as the smoother allows for. */
  readonly roughness: number;
  /** By which share the sensor's scale may be off, the same in every rep of one set-up; left out where nothing says so. */
  readonly scale_share?: number;
  readonly context: SetContext;
  readonly floor_contact: boolean | null;
  readonly known_bottom: boolean;
  /** The last of its set; left out while the set runs, when nobody knows. */
  readonly ends_set?: boolean;
  readonly failed: boolean;
  /** What of its concentric was not recorded; left out while the set runs, when it is seen as it comes. */
  readonly cut_off?: CutOff;
  /** Only the end of a set knows it. */
  readonly steadiness?: RepSteadiness;
  /** Reasons that hold for the whole set. */
  readonly reasons: readonly string[];
}

const WHOLE: CutOff = { start: false, end: false };

/** One rep with its numbers, their uncertainty and quality, and its verdict. */
export function describeRep(about: RepDescription): Rep {
  const { motion, rep, context } = about;
  const measured = measureRep(motion, rep, context.load_kg);
  const disturbed = isDisturbed(about.samples, rep);
  const sigma = uncertaintyOf(motion, rep, about.sigma, about.roughness, ESTIMATED, disturbed, about.place);
  const { quality, reasons, velocity, range } = qualityOf(
    about.samples,
    rep,
    measured.mcv_mps,
    sigma,
    placeUnsure(context, sigma.place.rom_m) ? [...about.reasons, Reason.place] : about.reasons,
    about.cut_off ?? WHOLE,
  );
  const { start, end } = rep.concentric;
  const eccentricFirst = liftOf(context.lift).opening === 'eccentric-first';
  const bottomEnd = eccentricFirst ? start.t_s : rep.next_start_s;
  const rom_m = range ? measured.rom_m : null;
  const against = againstInstrument(context.lift, measured, sigma, about.scale_share ?? 0, sigma.place);
  const rom_repeat_sigma_m = range ? sigma.rom_m : null;
  const unseen_s = unseenInHold(about.samples, motion, rep);
  const pulses = pulsesOf(motion, rep);
  const held = unseen_s <= LOST_GAP_S;
  const hold_s = held ? measured.hold_s : null;
  const hold_sigma_s = hold_s === null ? null : Math.hypot(sigma.hold_s ?? 0, unseen_s, pulses.hold_doubt_s);
  return {
    index: about.index,
    start_s: eccentricFirst ? (rep.eccentric?.start.t_s ?? start.t_s) : start.t_s,
    announced_s: null,
    concentric: { start_s: start.t_s, end_s: end.t_s, duration_s: end.t_s - start.t_s },
    lockout: {
      start_s: end.t_s,
      end_s: held ? (rep.after?.start.t_s ?? null) : null,
      hold_s,
      hold_sigma_s,
      announced_s: null,
    },
    eccentric: rep.eccentric === null ? null : lowering(rep.eccentric),
    bottom: {
      duration_s:
        rep.eccentric === null || bottomEnd === null ? null : Math.max(0, bottomEnd - rep.eccentric.end.t_s),
      floor_contact: about.floor_contact,
    },
    mcv_mps: velocity ? measured.mcv_mps : null,
    mcv_sigma_mps: velocity ? against.mcv_mps : null,
    mcv_repeat_sigma_mps: velocity ? sigma.mcv_mps : null,
    pcv_mps: velocity ? measured.pcv_mps : null,
    mpv_mps: velocity ? measured.mpv_mps : null,
    time_to_peak_s: velocity ? measured.time_to_peak_s : null,
    rom_m,
    rom_sigma_m: range ? against.rom_m : null,
    rom_repeat_sigma_m,
    mean_power_w: velocity ? measured.mean_power_w : null,
    peak_power_w: velocity ? measured.peak_power_w : null,
    quality,
    reasons,
    verdict: judge(
      {
        rom_m,
        rom_sigma_m: range ? againstReference(sigma, context) : null,
        hold_s,
        hold_sigma_s,
        eccentric_s: rep.eccentric === null ? null : rep.eccentric.end.t_s - rep.eccentric.start.t_s,
        eccentric_peak_mps: rep.eccentric?.peak_mps ?? null,
        floor_contact: about.floor_contact,
        ends_set: about.ends_set === true,
        known_bottom: about.known_bottom,
        tilt_deg: about.steadiness?.tilt_deg ?? null,
        sway_m: about.steadiness?.sway_m ?? null,
        pulsed: pulses.pulsed,
        failed: about.failed,
        has_lockout_zone: hasLockoutZone(context.lift, context.targets),
      },
      context.targets,
      context.reference,
    ),
  };
}

/** A range that was given is of the bar: where the sensor sat on something else, it differs by as much. */
function againstReference(sigma: RepUncertainty, { reference }: SetContext): number {
  return reference?.origin === 'given' ? Math.hypot(sigma.rom_m, sigma.place.rom_m) : sigma.rom_m;
}

function lowering(descent: Descent): NonNullable<Rep['eccentric']> {
  const duration_s = Math.max(1e-6, descent.end.t_s - descent.start.t_s);
  return {
    start_s: descent.start.t_s,
    end_s: descent.end.t_s,
    duration_s,
    peak_mps: descent.peak_mps,
    mean_mps: (descent.start.height_m - descent.end.height_m) / duration_s,
  };
}
