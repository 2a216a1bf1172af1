import type { SetInShort } from '../set-in-short.ts';
import type { ProfilePoint } from './dated-profile.ts';

/** One load of a profile that is being measured. */
export interface ProfileStep {
  readonly load_kg: number;
  /** Its fastest full rep so far; null: still to be lifted. */
  readonly point: ProfilePoint | null;
  /** The set the point is of. */
  readonly set_id: number | null;
  /** It was lifted, and no full rep of it could be measured. */
  readonly in_vain: boolean;
}

/** A load that differs by less was meant, kg: a load typed in pounds to the pound is off by up to 0.23. */
const SAME_LOAD_KG = 0.25;

/** Which loads the sets since its beginning have ticked off. Warm-ups count: a light load is one of the steps. */
export const profileSteps = (
  loads_kg: readonly number[],
  sets: readonly Pick<SetInShort, 'set_id' | 'load_kg' | 'fastest'>[],
): ProfileStep[] =>
  loads_kg.map((load_kg) => {
    const lifted = sets.filter((set) => Math.abs((set.load_kg ?? 0) - load_kg) < SAME_LOAD_KG);
    const measured = lifted
      .filter(({ fastest }) => fastest !== null)
      .toSorted((a, b) => (b.fastest?.mcv_mps ?? 0) - (a.fastest?.mcv_mps ?? 0))[0];
    return {
      load_kg,
      point: measured?.fastest ? { load_kg, ...measured.fastest } : null,
      set_id: measured?.set_id ?? null,
      in_vain: lifted.length > 0 && measured === undefined,
    };
  });
