import { useState } from 'react';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import type { SubjectOf } from '../../parts/subject-address.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './measure.module.css';
import { readLoads, showLoads } from './typed-loads.ts';

interface BeginProps {
  readonly proposed_kg: readonly number[];
  readonly subject: SubjectOf;
  readonly units: Units;
}

/** The loads, proposed and free to change; from the press on, sets at them are ticked off. */
export function BeginCard({ proposed_kg, subject, units }: BeginProps) {
  const { ask } = usePage();
  const text = words.measure;
  const [typed, setTyped] = useState(() => showLoads(units, proposed_kg));
  const loads_kg = readLoads(typed, units, proposed_kg);
  return (
    <Card title={text.rising} className={css.card}>
      <p>{text.how}</p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (loads_kg) ask('profiles:begin', { ...subject, loads_kg });
        }}
      >
        <TextField
          label={text.loads(words.units[units])}
          hint={loads_kg ? text.loadsHint : text.notLoads}
          value={typed}
          inputMode="decimal"
          aria-invalid={loads_kg === null}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className={css.row}>
          <Button type="submit" kind="primary" disabled={loads_kg === null}>
            {text.begin(loads_kg?.length ?? 0)}
          </Button>
          <Button
            disabled={!loads_kg || loads_kg.length === 2}
            onClick={() =>
              setTyped(showLoads(units, loads_kg?.filter((_, i, all) => i % (all.length - 1) === 0) ?? []))
            }
          >
            {text.twoOnly}
          </Button>
        </p>
        {loads_kg?.length === 2 && <p>{text.twoHint}</p>}
      </form>
    </Card>
  );
}
