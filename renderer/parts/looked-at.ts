import type { LiftId, Side, VariationId } from '../../src/contract/setup.ts';
import type { StationState } from '../../src/contract/station.ts';

/** Whose training a coach looks at, and what of it; `variation` or `side` null: all of them together. */
export interface LookedAt {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId | null;
  readonly side: Side | null;
}

let kept: { readonly what: LookedAt; readonly station: string } | null = null;

const atStation = ({ setup }: StationState): string =>
  `${setup.athlete.id} ${setup.lift} ${setup.variation} ${setup.side}`;

/** What was picked on History or Profile, so that one shows what the other showed; null as soon as somebody or something else is at the station. */
export const lookedAt = (state: StationState): LookedAt | null =>
  kept?.station === atStation(state) ? kept.what : null;

export function lookAt(state: StationState, { athlete_id, lift, variation, side }: LookedAt): void {
  kept = { what: { athlete_id, lift, variation, side }, station: atStation(state) };
}
