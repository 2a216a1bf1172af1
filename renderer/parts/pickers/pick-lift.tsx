import { useState } from 'react';
import type { LiftId, MountId, Setup, VariationId } from '../../../src/contract/setup.ts';
import { CATALOGUE } from '../../../src/lifts/catalogue.ts';
import { MOUNTS } from '../../../src/lifts/mount.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift } from '../../format/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { Option } from '../../ui/matching.ts';
import { Picker } from '../../ui/picker.tsx';
import css from './pickers.module.css';

export interface LiftChoice {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly mount: MountId | null;
}

interface PickLiftProps {
  readonly setup: Pick<Setup, 'lift' | 'variation' | 'bench' | 'mount'>;
  readonly onPick: (choice: LiftChoice) => void;
  readonly onClose: () => void;
  /** Why the pick was refused. */
  readonly problem?: string | null;
}

const OPTIONS: readonly Option<Omit<LiftChoice, 'bench' | 'mount'>>[] = CATALOGUE.flatMap(
  ({ id, variations }) =>
    variations.map((variation) => ({
      key: `${id}/${variation.id}`,
      label: formatLift(id, variation.id),
      ...(variations.length > 1 && { note: words.variationNotes[variation.id] }),
      value: { lift: id, variation: variation.id },
    })),
);

/** Every lift in every variation in one list: "kas" finds the Kas bridge. Below it the bench, and what the sensor sits on. */
export function PickLift({ setup, onPick, onClose, problem }: PickLiftProps) {
  const [bench, setBench] = useState(setup.bench);
  const [mount, setMount] = useState(setup.mount);
  const pick = (lift: LiftId, variation: VariationId): void =>
    onPick({ lift, variation, bench: bench.trim(), mount });
  return (
    <Dialog title={words.station.pickLift} onClose={onClose} problem={problem}>
      <div className={css.lifts}>
        <Picker
          label={words.station.pickLift}
          options={OPTIONS}
          chosen={`${setup.lift}/${setup.variation}`}
          onPick={(choice) => pick(choice.lift, choice.variation)}
        />
        <div className={css.besideLifts}>
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
                pick(setup.lift, setup.variation);
              }}
            />
          </label>
          <SelectField
            label={words.mounts.label}
            hint={words.mounts.hint}
            value={mount ?? ''}
            onChange={({ target }) => setMount(MOUNTS.find((id) => id === target.value) ?? null)}
          >
            <option value="">{words.mounts.unsaid}</option>
            {MOUNTS.map((id) => (
              <option key={id} value={id}>
                {words.mounts.names[id]}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
    </Dialog>
  );
}
