import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatDuration, recoveryInWords } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import css from './cards.module.css';

/** Recordings of the last day in which no rep was found: a bar that was moved about, or a set that was missed. */
export function WithoutRepsCard({ state }: { readonly state: StationState }) {
  const { ask, notices } = usePage();
  const kept = state.recoveries.filter(({ without_reps }) => without_reps);
  const text = words.pair.withoutReps;
  if (kept.length === 0) return null;
  const analyse = async (journal_id: string): Promise<void> => {
    const stored = await ask('recovery:accept', { journal_id });
    if (stored) notices.show({ tone: 'info', text: words.station.recovered(stored.reps.length) });
  };
  return (
    <Card className={css.made} aria-label={text.title}>
      <h3 className={css.madeHead}>{text.title}</h3>
      <p>{text.text}</p>
      <ul className={css.kept}>
        {kept.map((recording) => {
          const { journal_id, duration_s } = recording;
          const what = `${recoveryInWords(recording, state.units)}, ${formatDuration(duration_s)}`;
          return (
            <li key={journal_id} className={css.actions}>
              <span>{what}</span>
              <Button aria-label={text.analyseOf(what)} onClick={() => analyse(journal_id)}>
                {text.analyse}
              </Button>
              <Button
                kind="quiet"
                aria-label={text.discardOf(what)}
                onClick={() => ask('recovery:discard', { journal_id })}
              >
                {words.station.discard}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
