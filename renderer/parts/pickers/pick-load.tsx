import { useState } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatTyped, loadIn, loadToKg } from '../../format/format.ts';
import { loadingInWords } from '../../format/loading-words.ts';
import { smallestStep } from '../../format/plates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlatesPicture } from '../../ui/plates-picture.tsx';
import css from './pickers.module.css';

/** What the contract allows a load to be at most, kg. */
const MAX_KG = 1000;

interface PickLoadProps {
  readonly state: StationState;
  readonly load_kg: number | null;
  readonly onPick: (load_kg: number | null) => void;
  readonly onClose: () => void;
}

/** Type the load or step it by the smallest pair of plates; the picture shows what to put on. */
export function PickLoad({ state, load_kg, onPick, onClose }: PickLoadProps) {
  const { units, plates } = state;
  const [typed, setTyped] = useState(load_kg === null ? '' : formatTyped(loadIn(units, load_kg)));
  const number = Number(typed.replace(',', '.'));
  const kg = typed.trim() === '' ? null : loadToKg(units, number);
  const valid = kg === null || (Number.isFinite(kg) && kg >= 0 && kg <= MAX_KG);
  const stepBy = (sign: 1 | -1): void => {
    const next = Math.max(
      0,
      (kg ?? plates.bar_kg - sign * smallestStep(plates)) + sign * smallestStep(plates),
    );
    setTyped(formatTyped(loadIn(units, next)));
  };
  return (
    <Dialog title={words.load.title} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) onPick(kg);
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
              onChange={(event) => setTyped(event.target.value.replace(/[^\d.,]/g, ''))}
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
        <p id="load-hint" className="label">
          {words.load.hint}
        </p>
        <div className={css.buttons}>
          <Button onClick={() => onPick(null)}>{words.load.none}</Button>
          <Button type="submit" kind="primary" disabled={!valid}>
            {words.load.set}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
