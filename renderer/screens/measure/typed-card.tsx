import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { readLoad } from '../../parts/pickers/typed-load.ts';
import type { SubjectOf } from '../../parts/subject-address.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './measure.module.css';

interface TypedRow {
  readonly load: string;
  readonly speed: string;
}

const EMPTY: TypedRow = { load: '', speed: '' };
/** Rows a profile can have. */
const MOST = 8;

function pointOf({ load, speed }: TypedRow, units: Units) {
  const load_kg = readLoad(load, units, { load_kg: null, load_unit: null })?.kg ?? 0;
  const mcv_mps = Number(speed.trim().replace(',', '.'));
  return load_kg > 0 && mcv_mps > 0 ? { load_kg, mcv_mps } : null;
}

/** The quick way, without a set: loads and velocities of another instrument. */
export function TypedCard({ subject, units }: { readonly subject: SubjectOf; readonly units: Units }) {
  const { ask } = usePage();
  const [, go] = useLocation();
  const text = words.measure;
  const [rows, setRows] = useState<readonly TypedRow[]>([EMPTY, EMPTY]);
  const [instrument, setInstrument] = useState('');
  const put = (at: number, part: Partial<TypedRow>): void =>
    setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const filled = rows.filter(({ load, speed }) => load + speed !== '');
  const points = filled.map((row) => pointOf(row, units));
  const read = points.flatMap((point) => point ?? []);
  const ready = read.length === filled.length && new Set(read.map(({ load_kg }) => load_kg)).size >= 2;
  return (
    <Card title={text.typedTitle} className={css.card}>
      <p>{text.typedText}</p>
      <form
        className={css.form}
        onSubmit={async (event) => {
          event.preventDefault();
          if (ready && (await ask('profiles:type', { ...subject, instrument, points: read }))) go('/profile');
        }}
      >
        {rows.map((row, at) => (
          <p key={at} className={css.pair}>
            <TextField
              label={text.typedLoad(at + 1, words.units[units])}
              value={row.load}
              inputMode="decimal"
              onChange={(event) => put(at, { load: event.target.value })}
            />
            <TextField
              label={text.typedSpeed(at + 1)}
              value={row.speed}
              inputMode="decimal"
              onChange={(event) => put(at, { speed: event.target.value })}
            />
          </p>
        ))}
        <TextField
          label={text.instrument}
          value={instrument}
          maxLength={60}
          onChange={(event) => setInstrument(event.target.value)}
        />
        <p className={css.row}>
          <Button disabled={rows.length === MOST} onClick={() => setRows([...rows, EMPTY])}>
            {text.another}
          </Button>
          <Button type="submit" disabled={!ready}>
            {text.keepTyped}
          </Button>
        </p>
      </form>
    </Card>
  );
}
