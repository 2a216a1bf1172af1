import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';

/** The verdicts as sentences, for screen readers: announced when they change. */
export function VerdictVoice({ state }: { readonly state: StationState }) {
  const { set } = state;
  const text =
    set?.status === 'finished'
      ? [words.station.done(set.number), set.remark?.text, set.advice?.text].filter(Boolean).join('. ')
      : set
        ? (set.remark?.text ?? '')
        : state.phase === 'armed'
          ? words.station.ready
          : '';
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
