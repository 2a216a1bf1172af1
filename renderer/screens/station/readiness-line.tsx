import type { Setup } from '../../../src/contract/setup.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { readyDetail } from '../../parts/ready-words.ts';
import css from './summary.module.css';

/** One quiet line after a work set: was the first one today as fast as usual? */
export function ReadinessLine({ state, setup }: { readonly state: StationState; readonly setup: Setup }) {
  const { athlete, lift, variation, side } = setup;
  const profile = useAnswer('profile:get', { athlete_id: athlete.id, lift, variation, side }).value;
  const ready = profile?.training.ready;
  if (!ready) return null;
  return (
    <p className={css.note}>
      {words.training.readyKinds[ready.kind]}: {readyDetail(ready, state.units)}
    </p>
  );
}
