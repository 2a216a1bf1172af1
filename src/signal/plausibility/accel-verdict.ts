import { G_MPS2 } from '../../recording/units.ts';
import type { LengthAtRest } from './length-at-rest.ts';
import type { AccelUnit, Oddity } from './oddity.ts';

/** Below this length gravity is not in it, g: offsets are 0.04 and what a lifter adds goes both ways. */
const NO_GRAVITY_G = 0.3;
/** A length this near to 1 g is a sensor as bought: offsets of 40 to 80 mg are in data sheets, and smoother and calibration take them out. */
const OWN_ERROR = 0.075;
/** A still sensor's scale may be off by this; chosen here: further off no sensor that works was seen. */
const SCALE_ERROR = 0.2;
/** While it moves the middle length may be this far from 1 g: half of it is the push of a short, brisk set. */
const MOVING_ERROR = 0.4;
/** How near a length must be to what a unit would give: scale errors of sensors are less than 8 %. */
const UNIT_FITS = 0.08;
/** Raw counts of all ranges from 2 to 32 g with 12 or 16 bits are powers of two to the g, from here to here. */
const COUNTS = { from: 64, to: 16384 };

/** The oddity that the length of the acceleration at rest leads to; null when it is about 1 g. */
export function judgeLength({ length_g, still }: LengthAtRest): Oddity | null {
  const off = Math.abs(length_g - 1);
  if (off <= (still ? OWN_ERROR : MOVING_ERROR)) return null;
  if (still && off <= SCALE_ERROR) return { kind: 'accel-scale', at_rest_g: length_g };
  const unit = unitOf(length_g);
  if (length_g < NO_GRAVITY_G && !(still && unit !== null))
    return { kind: 'gravity-removed', at_rest_g: length_g };
  return { kind: 'accel-unit', at_rest_g: length_g, unit };
}

function unitOf(length_g: number): AccelUnit | null {
  const fits = (wanted: number): boolean => Math.abs(length_g / wanted - 1) < UNIT_FITS;
  if (fits(G_MPS2)) return { name: 'mps2' };
  if (fits(1 / G_MPS2)) return { name: 'g-as-mps2' };
  // 1024 counts are as near as a good sensor's error
  if (fits(1000)) return { name: 'mg' };
  if (fits(1000 / G_MPS2)) return { name: 'mg-as-mps2' };
  for (let per_g = COUNTS.from; per_g <= COUNTS.to; per_g *= 2) {
    if (fits(per_g)) return { name: 'counts', per_g };
  }
  return null;
}
