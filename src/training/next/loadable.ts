/** The bar and the plates there are for each side. */
export interface Plates {
  readonly bar_kg: number;
  readonly plates_kg: readonly number[];
}

/** Heaviest load that is listed, kg: nobody thrusts more. */
const MOST_KG = 400;
/** Plate weights are told apart to 10 g. */
const GRAMS = 100;

/** Every load the plates make, lightest first; of each plate there are as many as it takes. */
export function loadable({ bar_kg, plates_kg }: Plates): number[] {
  const most = Math.round((MOST_KG - bar_kg) * GRAMS) / 2;
  const made = new Uint8Array(Math.max(0, Math.floor(most)) + 1);
  made[0] = 1;
  for (const plate of plates_kg) {
    const grams = Math.round(plate * GRAMS);
    for (let at = grams; at < made.length; at++) if (made[at - grams]) made[at] = 1;
  }
  const loads: number[] = [];
  for (let at = 0; at < made.length; at++) if (made[at]) loads.push(bar_kg + (2 * at) / GRAMS);
  return loads;
}

/** The heaviest of `loads` up to `load_kg`; the lightest there is when none is. */
export const heaviestUpTo = (loads: readonly number[], load_kg: number): number =>
  loads.findLast((each) => each <= load_kg) ?? loads[0] ?? load_kg;

export const lightestAbove = (loads: readonly number[], load_kg: number): number | null =>
  loads.find((each) => each > load_kg) ?? null;
