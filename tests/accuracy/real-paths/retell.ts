import type { LiftId } from '../../../src/lifts/lift.ts';
import { feel } from '../../../src/recording/synthetic/kinematics.ts';
import { createBody } from '../../../src/recording/synthetic/lifter.ts';
import { drawPath } from '../../../src/recording/synthetic/path.ts';
import { createRandom } from '../../../src/recording/synthetic/random.ts';
import { drawSetup, recorded } from '../../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../../src/recording/synthetic/spec.ts';
import {
  GRID_HZ,
  type Impact,
  type RepIntent,
  type Timeline,
} from '../../../src/recording/synthetic/timeline.ts';
import type { Truth } from '../../../src/recording/synthetic/true-rep.ts';
import { readTruth } from '../../../src/recording/synthetic/truth.ts';
import type { MadeSet } from '../rung.ts';
import { eccentricFirst, type RealPath } from './real-path.ts';

/** What is done to a real path before a sensor sees it. */
export interface Retelling {
  /** The lift it is told as, and all heights are taken times this. */
  readonly lift: LiftId;
  readonly scale: number;
  /** Stillness before and after, s. */
  readonly before_s: number;
  readonly after_s: number;
}

/** How far a body shakes a bar that plates carry: 0 not at all, 1 as much as one that it holds. */
const TOUCHED = 0.15;
/** Plates that are set down strike the floor this fast, m/s. */
const LANDING_MPS = [0.05, 0.3] as const;

/** A real path as a sensor of the given kind would have recorded it, with the truth read off that path. */
export function retell(path: RealPath, telling: Retelling, spec: SetSpec): MadeSet {
  const random = createRandom(spec.seed);
  const own: SetSpec = { ...spec, lift: telling.lift, rom_m: telling.scale * path.rom_m };
  const setup = drawSetup(own);
  const timeline = timelineOf(path, telling, random.fork('landings'));
  const body = createBody(random.fork('body'), setup.world, setup.rom_m, spec.roll_deg ?? 20);
  const felt = feel(drawPath(timeline, body, random.fork('path'), setup.pose), setup.mount);
  const truth = readTruth(timeline, felt, telling.lift, eccentricFirst(path.lift), setup.rom_m);
  const set = recorded(own, setup, { felt, truth: withoutFloor(truth) });
  return { lift: telling.lift, recording: set.recording, truth: set.truth, height_m: felt.height_m };
}

/** Whether plates touched the floor, the path does not tell. */
function withoutFloor(truth: Truth): Truth {
  const reps = truth.reps.map((rep) => ({ ...rep, bottom: { ...rep.bottom, floor_contact: null } }));
  return { ...truth, reps };
}

function timelineOf(
  path: RealPath,
  { scale, before_s, after_s }: Retelling,
  random: ReturnType<typeof createRandom>,
): Timeline {
  const first = Math.round(before_s * GRID_HZ);
  const length = first + path.rise_mps.length + Math.round(after_s * GRID_HZ);
  const none = (): Float64Array => new Float64Array(length);
  const rise = none();
  const held = none();
  for (let i = 0; i < path.rise_mps.length; i++) rise[first + i] = scale * (path.rise_mps[i] as number);
  held.fill(1, first, first + path.rise_mps.length);
  const intents = path.intents.map((intent) => later(intent, first));
  const impacts: Impact[] = [];
  if (path.lift === 'deadlift') {
    // plates carry it but where it is lifted
    held.fill(TOUCHED);
    for (const { concentric, eccentric } of intents) held.fill(1, concentric[0], eccentric?.[1] ?? length);
  }
  if (path.lift === 'deadlift')
    for (const { eccentric } of intents)
      if (eccentric !== null)
        impacts.push({
          at: eccentric[1],
          velocity_mps: -random.uniform(LANDING_MPS[0], LANDING_MPS[1]),
          ring_hz: random.uniform(13, 35),
          damping: random.uniform(0.12, 0.35),
          arriving: false,
          sideways: random.uniform(0.2, 1),
          floor: true,
        });
  return { length, rise, forward: none(), spin: none(), tip: none(), held, impacts, intents };
}

const later = (
  { kind, bottom_from, concentric, top_until, eccentric }: RepIntent,
  by: number,
): RepIntent => ({
  kind,
  bottom_from: bottom_from + by,
  concentric: [concentric[0] + by, concentric[1] + by],
  top_until: top_until + by,
  eccentric: eccentric === null ? null : [eccentric[0] + by, eccentric[1] + by],
});
