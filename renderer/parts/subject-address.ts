import type { ProfileSubject } from '../../src/contract/profile.ts';
import type { Side } from '../../src/contract/setup.ts';
import { CATALOGUE } from '../../src/lifts/catalogue.ts';

/** One athlete's lift, variation and side, as an address names it. */
export interface SubjectOf extends ProfileSubject {
  readonly athlete_id: number;
}

const SIDES: readonly Side[] = ['left', 'right'];

export const addressOf = ({ athlete_id, lift, variation, side }: SubjectOf): string =>
  `${athlete_id}/${lift}/${variation}/${side ?? 'both'}`;

/** null where the address names nobody or nothing there is. */
export function subjectAt(params: Readonly<Record<string, string | undefined>>): SubjectOf | null {
  const { athlete = '', lift, variation, side } = params;
  const profile = CATALOGUE.find(({ id }) => id === lift);
  const known = profile?.variations.find(({ id }) => id === variation);
  if (!profile || !known || !/^[1-9]\d*$/.test(athlete)) return null;
  return {
    athlete_id: Number(athlete),
    lift: profile.id,
    variation: known.id,
    side: SIDES.find((each) => each === side) ?? null,
  };
}
