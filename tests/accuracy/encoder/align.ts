/** What tells one rep from another where nobody knows when it was: its velocity, m/s, and its range, m. */
export interface RepFigures {
  readonly mcv_mps: number | null;
  readonly rom_m: number | null;
}

export interface Alignment {
  /** Places in the two lists that speak of the same rep, in order. */
  readonly pairs: readonly (readonly [ours: number, theirs: number])[];
  /** Reps of ours that the other instrument has not. */
  readonly ghosts: number;
  /** Reps of theirs that we have not. */
  readonly missed: number;
}

/** A difference of so much, m/s and m, is worth one point: twice what the two differ by on the same rep. */
const UNIT = 0.06;
/** Leaving a rep out costs so many points: a rep must be off by 15 cm before it is left out rather than paired. */
const LEFT_OUT = 2.5;
/** No pair costs more than leaving both out would and a little: a rep may be measured badly and still be that rep. */
const MOST = 6;

function costOf(ours: RepFigures, theirs: RepFigures): number {
  const off = (a: number | null, b: number | null): number =>
    a === null || b === null ? 1 : Math.abs(a - b) / UNIT;
  return Math.min(MOST, off(ours.mcv_mps, theirs.mcv_mps) + off(ours.rom_m, theirs.rom_m));
}

/** Cheapest alignment of two lists in the same order (Needleman and Wunsch 1970). */
export function alignReps(ours: readonly RepFigures[], theirs: readonly RepFigures[]): Alignment {
  const width = theirs.length + 1;
  const cost = new Float64Array((ours.length + 1) * width);
  const at = (i: number, j: number): number => cost[i * width + j] as number;
  const paired = (i: number, j: number): number =>
    at(i - 1, j - 1) + costOf(ours[i - 1] as RepFigures, theirs[j - 1] as RepFigures);
  for (let i = 0; i <= ours.length; i++) {
    for (let j = 0; j <= theirs.length; j++) {
      if (i === 0 || j === 0) cost[i * width + j] = LEFT_OUT * (i + j);
      else cost[i * width + j] = Math.min(at(i - 1, j) + LEFT_OUT, at(i, j - 1) + LEFT_OUT, paired(i, j));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [ours.length, theirs.length];
  while (i > 0 && j > 0) {
    if (at(i, j) === paired(i, j)) pairs.unshift([--i, --j]);
    else if (at(i, j) === at(i - 1, j) + LEFT_OUT) i--;
    else j--;
  }
  return { pairs, ghosts: ours.length - pairs.length, missed: theirs.length - pairs.length };
}
