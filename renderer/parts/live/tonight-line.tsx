import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { athleteColour } from '../../format/athlete-colour.ts';
import { formatLoad } from '../../format/format.ts';
import { restInWords } from '../../format/rest-in-words.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useNow } from '../../page/use-now.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToldApart } from '../use-told-apart.ts';
import css from './tonight-line.module.css';

/** Turns shown: the one at the station and those who come after; chosen here, as many as fit on one line. */
const MOST_TURNS = 6;

interface TonightLineProps {
  readonly state: StationState;
  readonly onOrder: () => void;
}

/** Tonight's group from the one at the station on: who is next, with what, and who rests how long. */
export function TonightLine({ state, onOrder }: TonightLineProps) {
  const { ask } = usePage();
  const now_ms = useNow();
  const toldApart = useToldApart();
  const { tonight, setup } = state;
  if (tonight.length === 0) return null;
  const at = Math.max(
    0,
    tonight.findIndex(({ athlete }) => athlete.id === setup.athlete.id),
  );
  const turns = [...tonight.slice(at), ...tonight.slice(0, at)].slice(0, MOST_TURNS);
  return (
    <ol className={css.line} aria-label={words.tonight.group}>
      {turns.map((entry) => (
        <li key={entry.athlete.id}>
          <button
            type="button"
            className={classNames(css.turn, entry.athlete.id === setup.athlete.id && css.here)}
            style={{ borderInlineStartColor: athleteColour(entry.athlete.id) }}
            aria-pressed={entry.athlete.id === setup.athlete.id}
            onClick={() => ask('station:athlete', { athlete_id: entry.athlete.id })}
          >
            <strong>{entry.athlete.name}</strong>
            {toldApart(entry.athlete.id) && <span>{toldApart(entry.athlete.id)}</span>}
            {entry.next && <span className={css.next}>{words.tonight.next}</span>}
            {entry.skips && <span>{words.tonight.skips}</span>}
            {entry.load_kg !== null && <span>{formatLoad(state.units, entry.load_kg)}</span>}
            <span className="num">{restInWords(entry, now_ms)}</span>
          </button>
        </li>
      ))}
      <li>
        <Button kind="quiet" hint={KEYMAP.tonight.keys[0]} onClick={onOrder}>
          {words.tonight.order(tonight.length - turns.length)}
        </Button>
      </li>
    </ol>
  );
}
