/** The bar and the plates there are for each side. */
export interface Plates {
  readonly bar_kg: number;
  readonly plates_kg: readonly number[];
}

/** Heaviest load that is listed, kg: nobody thrusts more. */
const MOST_KG = 400;
/** Plate weights are told apart to a gram: 2.5 lb are 1134 g, and the other plates in pounds multiples of that. */
const GRAMS = 1000;

/** Every load the plates make, lightest first; of each plate there are as many as it takes. */
export function loadable({ bar_kg, plates_kg }: Plates): number[] {
  const plates = plates_kg.map((kg) => Math.round(kg * GRAMS)).filter((grams) => grams > 0);
  // counted in the largest weight that all of them are multiples of
  const step = plates.reduce(commonDivisor, 0);
  const most = step === 0 ? 0 : Math.floor(((MOST_KG - bar_kg) * GRAMS) / 2 / step);
  const made = new Uint8Array(Math.max(0, most) + 1);
  made[0] = 1;
  for (const grams of plates) {
    const steps = grams / step;
    for (let at = steps; at < made.length; at++) if (made[at - steps]) made[at] = 1;
  }
  const loads: number[] = [];
  for (let at = 0; at < made.length; at++) if (made[at]) loads.push(bar_kg + (2 * step * at) / GRAMS);
  return loads;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** The heaviest of `loads` up to `load_kg`; the lightest there is when none is. */
export const heaviestUpTo = (loads: readonly number[], load_kg: number): number =>
  loads.findLast((each) => each <= load_kg) ?? loads[0] ?? load_kg;

/** Half kilograms: what a load is told to that the plates do not make. */
const HALVES = 2;

/** A share of a load, as near as the plates come from below: the lightest there is where none is as light. A load below the bar's, a dumbbell, is not of these plates. */
export function lighter(loads: readonly number[], load_kg: number, share: number): number {
  const least = loads[0] ?? load_kg;
  const aimed = share * load_kg;
  return load_kg < least ? Math.floor(HALVES * aimed) / HALVES : Math.max(least, heaviestUpTo(loads, aimed));
}

/** Largest step that is not called large, kg: coaches add 2.5 to 5 lb in two weeks; 2.5 kg is the metric pair of plates nearest to 5 lb. */
export const LARGEST_STEP_KG = 2.5;

/** A little more than this load: the largest step of the plates that is still small, else the smallest; the load itself where there is none. */
export function littleMore(loads: readonly number[], load_kg: number): number {
  const small = heaviestUpTo(loads, load_kg + LARGEST_STEP_KG);
  return small > load_kg ? small : (lightestAbove(loads, load_kg) ?? load_kg);
}

export const lightestAbove = (loads: readonly number[], load_kg: number): number | null =>
  loads.find((each) => each > load_kg) ?? null;
