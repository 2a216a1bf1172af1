import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { BeforeSet } from '../../parts/live/before-set.tsx';
import { Hero } from '../../parts/live/hero.tsx';
import { Ready } from '../../parts/live/ready.tsx';
import type { StationActions } from '../../parts/live/use-station-actions.ts';
import { Summary } from './summary.tsx';

interface LeftCardProps {
  readonly state: StationState;
  readonly selected: number | null;
  readonly actions: StationActions;
}

/** Before a set: ready. During it: the last rep. After it: what came of it. */
export function LeftCard({ state, selected, actions }: LeftCardProps) {
  const { set } = state;
  if (set?.status === 'finished' && selected === null) {
    return <Summary state={state} set={set} actions={actions} />;
  }
  if (set) return <Hero state={state} selected={selected} />;
  return state.phase === 'waiting' ? (
    <Ready title={words.station.waiting} detail={state.source?.problem ?? words.station.waitingDetail} />
  ) : (
    <Ready title={words.station.ready} detail={words.station.readyDetail}>
      <BeforeSet state={state} />
    </Ready>
  );
}
