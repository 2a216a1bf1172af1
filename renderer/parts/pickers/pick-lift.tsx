import { useState } from 'react';
import type { LiftId, Setup, VariationId } from '../../../src/contract/setup.ts';
import { CATALOGUE } from '../../../src/lifts/catalogue.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift } from '../../format/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Option } from '../../ui/matching.ts';
import { Picker } from '../../ui/picker.tsx';
import css from './pickers.module.css';

export interface LiftChoice {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
}

interface PickLiftProps {
  readonly setup: Pick<Setup, 'lift' | 'variation' | 'bench'>;
  readonly onPick: (choice: LiftChoice) => void;
  readonly onClose: () => void;
}

const OPTIONS: readonly Option<Omit<LiftChoice, 'bench'>>[] = CATALOGUE.flatMap(({ id, variations }) =>
  variations.map((variation) => ({
    key: `${id}/${variation.id}`,
    label: formatLift(id, variation.id),
    ...(variations.length > 1 && { note: words.variationNotes[variation.id] }),
    value: { lift: id, variation: variation.id },
  })),
);

/** Every lift in every variation in one list: "kas" finds the Kas bridge. Below it the bench. */
export function PickLift({ setup, onPick, onClose }: PickLiftProps) {
  const [bench, setBench] = useState(setup.bench);
  return (
    <Dialog title={words.station.pickLift} onClose={onClose}>
      <Picker
        label={words.station.pickLift}
        options={OPTIONS}
        chosen={`${setup.lift}/${setup.variation}`}
        onPick={(choice) => onPick({ ...choice, bench: bench.trim() })}
      />
      <label className={css.field}>
        <span className="label">{words.station.bench}</span>
        <input
          className={css.input}
          value={bench}
          maxLength={60}
          placeholder={words.station.benchHint}
          onChange={(event) => setBench(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onPick({ lift: setup.lift, variation: setup.variation, bench: bench.trim() });
          }}
        />
      </label>
    </Dialog>
  );
}
