import { createLeastSquares, type LeastSquares } from '../least-squares.ts';
import type { Lever } from './lever.ts';
import { twistEquations, UNKNOWNS, type Unknown, unknownAt } from './twist-equations.ts';
import { type TwistSamples, turnOf, type Vector } from './twist-samples.ts';

/** What is believed of each unknown before a twist is looked at, 1-sigma; chosen here. */
const BELIEFS: Readonly<Record<Unknown, number>> = {
  /** Distance from the axis, m: no clip is longer. */
  lever: 0.3,
  /** How far the bar moves along the floor with its turn, m/rad: a plate that rolls has 0.22. */
  along: 0.2,
  /** How far it moves up or down with its turn, m/rad: much less. */
  rise: 0.02,
  /** How far it comes up or aside once per swing, which looks like an arc, m/rad2: 0.7 mm at 30 degrees. */
  bulge: 0.0025,
  /** How late the gyro is, s. */
  late: 0.01,
  /** Gravity, m/s2: nothing is believed of its direction. */
  gravity: 20,
  /** Drift of the measured gravity as the attitude drifts, m/s3. */
  drift: 0.5,
  /** Offset of the sensor, m/s2. */
  offset: 0.5,
};
/** The lever's part along the bar's own axis is taken as zero to within this, m: nothing tells it and nothing needs it. */
const ALONG_AXIS_M = 0.001;
/** Readings within this time count as one, s; chosen here, because what the bar does by itself is alike over it. */
const ALIKE_S = 0.1;
/** First guess of what the equations leave unexplained, m/s2; the second fit uses what the first left. */
const FIRST_REST_MPS2 = 0.5;
/** Least that the equations are believed to leave unexplained, m/s2. */
const LEAST_REST_MPS2 = 0.05;
/** A lever is believed when it is known to this, m; chosen here below the shortest one worth taking out. */
const KNOWN_M = 0.008;
/** Longest lever believed, m; chosen here: a lift whose bar turns evenly as it rises looks like one of 0.2 m and more. */
const LONGEST_M = 0.15;
/** Shortest lever worth taking out, m; chosen here, because at 30 degrees it is half a centimetre of range. */
const SHORTEST_M = 0.01;
/** A lever must be this many sigmas long to be taken out. */
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
