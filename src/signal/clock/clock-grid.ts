/** Steps of a second in which time is counted: finer than any sensor's clock, coarser than what adding an offset rounds off. */
const STEPS_PER_S = 1e6;

/**
 * Time since the first sample in whole microseconds. Knots and windows begin where a difference of two times passes a
 * round number, and at 100 Hz many differences are just that: without the grid the last digit that a large offset (a
 * clock in microseconds since 1970) costs would decide, and the range of motion would move by millimetres.
 */
export function sinceFirst(t_s: number, first_s: number): number {
  return Math.round((t_s - first_s) * STEPS_PER_S) / STEPS_PER_S;
}
