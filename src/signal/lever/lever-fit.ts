import { createLeastSquares, type LeastSquares } from '../least-squares.ts';
import type { Lever } from './lever.ts';
import { twistEquations, UNKNOWNS, type Unknown, unknownAt } from './twist-equations.ts';
import { type TwistSamples, turnOf, type Vector } from './twist-samples.ts';

/**
 * What is believed before a twist is looked at, 1-sigma. The bar may move with its turn as it likes along the floor (a plate
 * that rolls: 0.22 m/rad) and less up and down, m/rad. Once per swing it may come up or aside by a little, m/rad2 (0.7 mm
 * at 30 degrees): that looks like an arc. The gyro may be late, s; offset and tilt of the sensor drift, m/s2 and m/s3. Ours.
 */
const BELIEFS: Readonly<Record<Unknown, number>> = {
  lever: 0.3,
  along: 0.2,
  rise: 0.02,
  bulge: 0.0025,
  late: 0.01,
  gravity: 20,
  drift: 0.5,
  offset: 0.5,
};
/** Along the bar's own axis nothing can be told, and nothing is needed: taken as zero, m. */
const ALONG_AXIS_M = 0.001;
/** What the bar does by itself is alike over this time, s: so many readings are one. Ours. */
const ALIKE_S = 0.1;
/** First guess of what is left, and never less, m/s2. */
const FIRST_REST_MPS2 = 0.5;
const LEAST_REST_MPS2 = 0.05;
/**
 * Believed when it is known to this, m, and no longer than a clip can be, m: a lift whose bar turns evenly with its height
 * looks like a lever of 0.2 m and more. Ours.
 */
const KNOWN_M = 0.008;
const LONGEST_M = 0.15;
/** Worth taking out when it is longer than this, m (half a centimetre of range at 30 degrees), and so many sigmas. Ours. */
const SHORTEST_M = 0.01;
const SIGMAS = 3;

/** The lever that a twist tells, be it none at all; null where it does not tell. */
export function fitLever(samples: TwistSamples): Lever | null {
  const turn = turnOf(samples);
  const equations = twistEquations(samples, turn);
  if (equations === null) return null;
  const { rows, values, window_s, across } = equations;
  const fit = (rest_mps2: number): LeastSquares => {
    const squares = createLeastSquares(UNKNOWNS);
    const sigma = rest_mps2 * Math.sqrt(Math.max(1, ALIKE_S / window_s));
    rows.forEach((row, i) => {
      squares.observe(row, values[i] as number, sigma);
    });
    const one = new Float64Array(UNKNOWNS);
    for (let k = 0; k < UNKNOWNS; k++) {
      one.fill(0)[k] = 1;
      squares.observe(one, 0, BELIEFS[unknownAt(k)]);
    }
    squares.observe(leverRow(turn.axis), 0, ALONG_AXIS_M);
    return squares;
  };
  const first = fit(FIRST_REST_MPS2).solve();
  if (first === null) return null;
  const second = fit(Math.max(LEAST_REST_MPS2, rest(rows, values, first)));
  const solution = second.solve();
  if (solution === null) return null;
  const sigmaAlong = (x: number, y: number, z: number): number => second.sigmaOf(leverRow([x, y, z]));
  const [x = 0, y = 0, z = 0] = solution;
  const length_m = Math.hypot(x, y, z);
  const sigma_m = Math.max(...across.map((direction) => sigmaAlong(...direction)));
  if (!(sigma_m < KNOWN_M && length_m < LONGEST_M)) return null;
  const counts = length_m > SHORTEST_M && length_m ** 2 > SIGMAS * sigmaAlong(x, y, z);
  return { x, y, z, length_m, sigma_m, counts, sigmaAlong };
}

function leverRow(direction: Vector): Float64Array {
  const row = new Float64Array(UNKNOWNS);
  row.set(direction);
  return row;
}

/** RMS of what the equations leave, m/s2. */
function rest(rows: readonly Float64Array[], values: readonly number[], x: Float64Array): number {
  let sum = 0;
  rows.forEach((row, i) => {
    let left = values[i] as number;
    for (let k = 0; k < UNKNOWNS; k++) left -= (row[k] as number) * (x[k] as number);
    sum += left * left;
  });
  return Math.sqrt(sum / Math.max(1, rows.length - UNKNOWNS));
}
