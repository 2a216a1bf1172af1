import type { LiftId } from '../../../src/lifts/lift.ts';
import { BURSTY_ARRIVAL, DEVICE_CLOCK } from '../../../src/recording/synthetic/delivery.ts';
import { createRandom } from '../../../src/recording/synthetic/random.ts';
import { CALIBRATED_SENSOR, UNCALIBRATED_SENSOR } from '../../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../../src/recording/synthetic/spec.ts';
import { encoderSets } from '../encoder/recordings.ts';
import { fieldFolder } from '../field.ts';
import type { Goal, MadeSet, Rung } from '../rung.ts';
import { type RealPath, realPaths } from './real-path.ts';
import { retell } from './retell.ts';

/** What a real path is seen by, in turn. */
const SEEN_BY: readonly Partial<SetSpec>[] = [
  { sensor: CALIBRATED_SENSOR, delivery: DEVICE_CLOCK, roll_deg: 10 },
  { sensor: UNCALIBRATED_SENSOR, delivery: DEVICE_CLOCK, roll_deg: 30 },
  {
    sensor: {
      ...UNCALIBRATED_SENSOR,
      held: 2,
      bandwidth_hz: 20,
      gyro_dead_band_dps: 0.3,
      glitches_hz: 0.25,
    },
    delivery: BURSTY_ARRIVAL,
    roll_deg: 20,
  },
  { sensor: { ...UNCALIBRATED_SENSOR, axes: 3 }, delivery: DEVICE_CLOCK, roll_deg: 10 },
];
const GOAL: Goal = { mcv_rmse_mps: 0.015, rom_mae_m: 0.01, exact_share: 0.97 };
/** A hip thrust's range, m. */
const HIP_THRUST_M = 0.3;

const folder = fieldFolder();
const recorded = folder !== null && encoderSets(folder) !== null;
const kept = new Map<LiftId, RealPath[]>();

function pathsOf(lifts: readonly LiftId[]): RealPath[] {
  return lifts.flatMap((lift) => {
    const paths = kept.get(lift) ?? realPaths(folder ?? '', lift);
    kept.set(lift, paths);
    return paths;
  });
}

/** Each path in turn, and each sensor in turn for each path; every other athlete's range is known. */
function make(seed: number, sources: readonly LiftId[], told: LiftId): MadeSet {
  const paths = pathsOf(sources);
  const path = paths[seed % paths.length] as RealPath;
  const turn = Math.floor(seed / paths.length);
  const random = createRandom(seed).fork('real path');
  const scale = told === path.lift ? 1 : (HIP_THRUST_M * random.uniform(0.9, 1.1)) / path.rom_m;
  const telling = { lift: told, scale, before_s: random.uniform(0.3, 4), after_s: random.uniform(1, 4) };
  const set = retell(path, telling, { seed, ...SEEN_BY[turn % SEEN_BY.length] });
  return { ...set, unknownRange: Math.floor(turn / SEEN_BY.length + seed) % 2 === 1 };
}

const realRung = (name: string, says: string, sources: readonly LiftId[], told: LiftId): Rung => ({
  name: `real-paths-${name}`,
  says,
  goal: GOAL,
  make: (seed) => make(seed, sources, told),
});
const ofLift = (lift: LiftId): Rung =>
  realRung(lift, `heights of real sets (${lift}), four kinds of sensor`, [lift], lift);

/** Bar paths of the encoder recordings, which have no licence and are read in place: no rungs without them. */
export const REAL_PATH_RUNGS: readonly Rung[] = !recorded
  ? []
  : [
      ofLift('squat'),
      ofLift('bench-press'),
      ofLift('deadlift'),
      ofLift('romanian-deadlift'),
      ofLift('row'),
      realRung(
        'hip-thrust',
        'heights of real deadlifts and rows, scaled to a hip thrust',
        ['deadlift', 'row'],
        'hip-thrust',
      ),
    ];
