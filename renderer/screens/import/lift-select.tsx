import { CATALOGUE } from '../../../src/lifts/catalogue.ts';
import type { NamedLift } from '../../../src/lifts/exercise-name.ts';
import { formatLift } from '../../format/format.ts';
import { SelectField } from '../../ui/field.tsx';

const LIFTS: readonly NamedLift[] = CATALOGUE.flatMap(({ id, variations }) =>
  variations.map((variation) => ({ lift: id, variation: variation.id })),
);
const keyOf = ({ lift, variation }: NamedLift): string => `${lift}/${variation}`;

interface LiftSelectProps {
  readonly label: string;
  readonly value: NamedLift | null;
  /** What it is when it is none of the lifts; without it there has to be one. */
  readonly none?: string;
  readonly hint?: string;
  readonly onChange: (lift: NamedLift | null) => void;
}

/** One of all lifts in all variations. */
export function LiftSelect({ label, value, none, hint, onChange }: LiftSelectProps) {
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value === null ? '' : keyOf(value)}
      onChange={(event) => onChange(LIFTS.find((lift) => keyOf(lift) === event.target.value) ?? null)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {LIFTS.map((lift) => (
        <option key={keyOf(lift)} value={keyOf(lift)}>
          {formatLift(lift.lift, lift.variation)}
        </option>
      ))}
    </SelectField>
  );
}
