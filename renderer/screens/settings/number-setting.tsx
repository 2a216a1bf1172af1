import { useState } from 'react';
import { formatTyped } from '../../format/format.ts';
import { TextField } from '../../ui/field.tsx';

interface NumberSettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onSave: (value: number) => void;
}

/** A number that is kept when it makes sense and the field is left; a wrong one is marked and not kept. */
export function NumberSetting({ label, hint, value, least, most, onSave }: NumberSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const number = Number((typed ?? String(value)).replace(',', '.'));
  const fits = (typed === null || typed.trim() !== '') && number >= least && number <= most;
  const keep = (): void => {
    if (typed !== null && fits && number !== value) onSave(number);
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="decimal"
      aria-invalid={!fits}
      value={typed ?? formatTyped(value)}
      onChange={(event) => setTyped(event.target.value.replace(/[^\d.,]/g, ''))}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
