/** A work set as volume counts it. */
export interface HardSet {
  /** What the sets of a week have in common. */
  readonly week: string;
  readonly muscles: readonly string[];
}

export interface MuscleWeek {
  readonly muscle: string;
  /** Sets whose prime mover it is. */
  readonly prime: number;
  /** Sets it helps in. */
  readonly assisting: number;
}

/** Work sets a week for the glutes of those who put them first: coaching advice. */
export const GLUTE_SETS_A_WEEK = [10, 15] as const;
/** The catalogue's name of the muscle that advice is about. */
export const GLUTES = 'gluteus maximus';
/** Time between two sessions of a lift below which one is told, hours: coaching advice. */
export const REST_HOURS = 48;

/** Work sets of one week per muscle, most first. The first muscle of a lift is its prime mover (src/lifts). */
export function setsPerMuscle(sets: readonly HardSet[], week: string): MuscleWeek[] {
  const muscles = new Map<string, { prime: number; assisting: number }>();
  for (const set of sets) {
    if (set.week !== week) continue;
    set.muscles.forEach((muscle, place) => {
      const of = muscles.get(muscle) ?? { prime: 0, assisting: 0 };
      muscles.set(muscle, of);
      if (place === 0) of.prime++;
      else of.assisting++;
    });
  }
  return [...muscles]
    .map(([muscle, of]) => ({ muscle, ...of }))
    .sort((a, b) => b.prime - a.prime || b.assisting - a.assisting);
}
