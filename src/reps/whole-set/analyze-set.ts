import { liftOf } from '../../lifts/catalogue.ts';
import type { Recording } from '../../recording/samples.ts';
import { type ConditionedRecording, conditionRecording } from '../../signal/condition-recording.ts';
import { gyroShareOf, isHopeless } from '../../signal/plausibility/oddity.ts';
import { Reason, repReasons } from '../../signal/recording-facts.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';
import { cutOffOf } from '../definition/cut-off.ts';
import { floorContacts } from '../definition/floor-contact.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { SLOW_PEAK_MPS } from '../definition/thresholds.ts';
import { describeRep } from '../measure/describe-rep.ts';
import { failedAttempts } from '../measure/failed-attempts.ts';
import { withWhatReps } from '../measure/recording-quality.ts';
import { summarise } from '../measure/set-summary.ts';
import type { Analysis, Rep, RepSteadiness, SetContext } from '../rep.ts';
import { steadinessOf } from '../steadiness/steadiness.ts';
import { ALGORITHM } from '../version.ts';
import { findSet } from './find-set.ts';
import { movementsOf } from './movements-of.ts';
import { onItsMount } from './on-mount.ts';
import { withoutRolledUp } from './rolled-up.ts';

/** A rest that ended no longer than this before the first rep gave the sensor its zero, s. */
const REST_BEFORE_S = 5;
/** A recording with fewer samples than this holds no rep. */
const LEAST_SAMPLES = 8;

/**
 * The end-of-set result for a recording: the same answer whether the samples just came from the bar or from the
 * store. Pure and deterministic; order n.
 */
export function analyzeSet(recording: Recording, context: SetContext): Analysis {
  return analyzeSamples(conditionRecording(recording, context.calibration), context);
}

/** The same for samples that are conditioned already. */
export function analyzeSamples(conditioned: ConditionedRecording, context: SetContext): Analysis {
  const reference_rom_m = context.reference?.rom_m ?? null;
  const hopeless = conditioned.count < LEAST_SAMPLES || conditioned.oddities.some(isHopeless);
  const believed = withGyroShare(conditioned);
  const asFelt = hopeless ? null : findSet(believed, context);
  if (asFelt === null) {
    const none = new Float64Array(0);
    return {
      algorithm: ALGORITHM,
      recording: conditioned.facts,
      reps: [],
      failed: [],
      set: summarise([], 0, reference_rom_m),
      trace: { t_s: none, height_m: none, velocity_mps: none },
      movements: [],
      ...(context.corrections?.length ? { unmet: context.corrections } : {}),
    };
  }
  const { samples, found: raised, sigma, place, attitudes } = onItsMount(believed, asFelt, context);
  const found = withoutRolledUp(raised, attitudes);
  const { facts } = samples;
  const { smoother } = found;
  const { motion } = smoother;
  const failed = failedAttempts(motion, found.reps, context.targets, reference_rom_m).map(
    (isFailed, k) => isFailed && found.reps[k]?.rise.by_hand !== true,
  );
  const contacts = floorContacts(motion, found.reps);
  const shared: string[] = facts.reasons.filter(
    (reason) => reason === Reason.lowRate || reason === Reason.threeAxis,
  );
  for (const reason of repReasons(samples.oddities)) if (!shared.includes(reason)) shared.push(reason);
  if (!restedBefore(smoother.rests, motion.t_s, found.reps)) shared.push(Reason.noRest);
  const reps: Rep[] = [];
  const attempts: Rep[] = [];
  const steadiness: RepSteadiness[] = [];
  const steadinessOfAll = steadinessOf(smoother.samples, motion.height_m, found.reps, attitudes);
  found.reps.forEach((rep, k) => {
    const isFailed = failed[k] ?? false;
    const list = isFailed ? attempts : reps;
    const steady = steadinessOfAll[k] as RepSteadiness;
    if (!isFailed) steadiness.push(steady);
    list.push(
      describeRep({
        index: list.length + 1,
        samples,
        motion,
        rep,
        sigma: isSlow(rep) ? (terms) => Math.max(sigma(terms), smoother.sigma(terms)) : sigma,
        place,
        roughness: smoother.roughness(),
        scale_share: scaleShare(samples),
        context,
        floor_contact: contacts[k] ?? null,
        ends_set: k === found.reps.length - 1,
        known_bottom: liftOf(context.lift).from_floor && (k === 0 || contacts[k - 1] === true),
        failed: isFailed,
        cut_off: cutOffOf(motion, rep),
        steadiness: steady,
        reasons: rep.rise.by_hand ? [...shared, Reason.byHand] : shared,
      }),
    );
  });
  return withWhatReps({
    algorithm: ALGORITHM,
    recording: facts,
    reps,
    failed: attempts,
    set: summarise(reps, attempts.length, reference_rom_m),
    steadiness,
    trace: { t_s: motion.t_s, height_m: motion.height_m, velocity_mps: motion.velocity_mps },
    movements: movementsOf(motion, found, failed),
    ...(found.unmet.length > 0 ? { unmet: found.unmet } : {}),
  });
}

/** Of a slow rep the set's residuals say little: what moves the bar is no larger than what they may hide. */
const isSlow = ({ concentric }: RepMotion): boolean => concentric.peak.velocity_mps <= SLOW_PEAK_MPS;

/** The samples with what their oddities say of the gyroscope. */
function withGyroShare(conditioned: ConditionedRecording): ConditionedRecording & SetSamples {
  const gyro_share = gyroShareOf(conditioned.oddities);
  return gyro_share === null ? conditioned : { ...conditioned, gyro_share };
}

/** By which share every speed and height may be off, where the sensor's scale may be what makes it read more or less than 1 g at rest. */
function scaleShare({ oddities }: ConditionedRecording): number {
  const scale = oddities.find(({ kind }) => kind === 'accel-scale');
  return scale?.kind === 'accel-scale' ? Math.abs(scale.at_rest_g - 1) : 0;
}

function restedBefore(
  rests: readonly { readonly from: number; readonly to: number }[],
  t_s: Float64Array,
  reps: readonly RepMotion[],
): boolean {
  const first = reps[0];
  if (first === undefined) return true;
  const start = Math.min(first.concentric.start.t_s, first.eccentric?.start.t_s ?? Number.POSITIVE_INFINITY);
  return rests.some((rest) => {
    const end = t_s[rest.to] as number;
    return (t_s[rest.from] as number) < start && end > start - REST_BEFORE_S;
  });
}
