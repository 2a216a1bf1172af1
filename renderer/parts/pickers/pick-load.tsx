import { useState } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { loadingInWords } from '../../format/loading-words.ts';
import { smallestStep } from '../../format/plates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlatesPicture } from '../../ui/plates-picture.tsx';
import css from './pickers.module.css';
import { isUnusual, type LoadBefore, readLoad, showLoad } from './typed-load.ts';

interface PickLoadProps {
  readonly state: StationState;
  readonly before: LoadBefore;
  readonly onPick: (load: LoadBefore) => void;
  readonly onClose: () => void;
  /** Why the pick was refused. */
  readonly problem?: string | null;
}

/** Type the load or step it by the smallest pair of plates; the picture shows what to put on. */
export function PickLoad({ state, before, onPick, onClose, problem }: PickLoadProps) {
  const { load_kg } = before;
  const { units, plates } = state;
  const [typed, setTyped] = useState(load_kg === null ? '' : showLoad(units, load_kg));
  /** The unusual load that was asked about: Enter once more takes it. */
  const [asked_kg, setAsked] = useState<number | null>(null);
  const read = readLoad(typed, units, before);
  const valid = read !== null;
  const kg = read?.kg ?? null;
  const usual_kg = load_kg ?? state.last_time?.load_kg ?? null;
  const asking = kg !== null && kg === asked_kg;
  const stepBy = (sign: 1 | -1): void => {
    const next = Math.max(
      0,
      (kg ?? plates.bar_kg - sign * smallestStep(plates)) + sign * smallestStep(plates),
    );
    setTyped(showLoad(units, next));
  };
  return (
    <Dialog title={words.load.title} onClose={onClose} problem={problem}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!valid) return;
          if (kg !== null && !asking && isUnusual(kg, usual_kg)) setAsked(kg);
          else onPick({ load_kg: kg, load_unit: read.unit });
        }}
      >
        <div className={css.loadRow}>
          <label className={css.field}>
            <span className="label">{words.load.field(words.units[units])}</span>
            <input
              data-autofocus
              className={css.big}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              aria-invalid={!valid}
              aria-describedby="load-plates load-hint"
              onFocus={(event) => event.target.select()}
              onChange={(event) => setTyped(event.target.value.replace(/[^\d.,kglbs ]/gi, ''))}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                stepBy(event.key === 'ArrowUp' ? 1 : -1);
              }}
            />
          </label>
          <div className={css.loadPlates}>
            <PlatesPicture load_kg={valid ? kg : null} plates={plates} />
          </div>
        </div>
        <p id="load-plates">{valid ? loadingInWords(units, plates, kg) : words.nothing}</p>
        {kg !== null && read?.other_unit === null && read.unit !== null && read.unit !== units && (
          <p className="label">{words.load.typedAs(formatLoad(read.unit, kg))}</p>
        )}
        {read?.other_unit && (
          <p role="status">{words.load.converted(formatLoad(read.other_unit, kg), formatLoad(units, kg))}</p>
        )}
        {asking && (
          <p role="alert">{words.load.unusual(formatLoad(units, kg), formatLoad(units, usual_kg))}</p>
        )}
        <p id="load-hint" className="label">
          {words.load.hint}
        </p>
        <div className={css.buttons}>
          <Button onClick={() => onPick({ load_kg: null, load_unit: null })}>{words.load.none}</Button>
          <Button type="submit" kind="primary" disabled={!valid}>
            {words.load.set}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
