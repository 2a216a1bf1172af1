/** Sensors whose rows may be mixed: more than this nobody wears. */
const MOST_SENSORS = 4;
/**
 * Rows of one sensor differ from the next by as much as from the one after, or by less: 0.5 to 1.1 times in simulated and real
 * sets. Mixed rows of two sensors that lie differently differ 10 times as much; chosen here between.
 */
const TIMES = 3;
/**
 * Mixed rows differ from the next by more than this on average, g: noise that comes round by chance differs by a few mg, sensors
 * that lie differently by 100 and more; chosen here between.
 */
const APART_G = 0.03;
/** Rows looked at, from the beginning: a whole set. */
const LOOKED = 20_000;
/** Fewer rows tell nothing. */
const LEAST = 50;

/** Rows of several sensors stand in turn: each row is unlike its neighbours and like the one two, three or four before. */
export function isMixed(accel_g: Float64Array): boolean {
  const rows = Math.min(LOOKED, accel_g.length / 3);
  if (rows < LEAST) return false;
  const [next = 0, ...others] = Array.from({ length: MOST_SENSORS }, (_, k) => differs(accel_g, rows, k + 1));
  return next > APART_G && next > TIMES * Math.min(...others);
}

/** Mean distance of rows that stand so many apart. */
function differs(values: Float64Array, rows: number, apart: number): number {
  let sum = 0;
  for (let i = apart; i < rows; i++) {
    const [a, b] = [3 * i, 3 * (i - apart)];
    sum += Math.hypot(
      (values[a] as number) - (values[b] as number),
      (values[a + 1] as number) - (values[b + 1] as number),
      (values[a + 2] as number) - (values[b + 2] as number),
    );
  }
  return sum / (rows - apart);
}
