import { useDeferredValue, useState } from 'react';
import type { Units } from '../../../../src/contract/setup.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLift, formatLoad } from '../../../format/format.ts';
import { formatDayTime } from '../../../format/moments.ts';
import { fullName } from '../../../format/told-apart.ts';
import { useAnswer } from '../../../page/use-answer.ts';
import { useToldApart } from '../../../parts/use-told-apart.ts';
import { Card } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/field.tsx';
import css from './around.module.css';

/** Sets of anybody by words of their note or their athlete's name. */
export function SearchCard({ units }: { readonly units: Units }) {
  const text = words.search;
  const [typed, setTyped] = useState('');
  const toldApart = useToldApart();
  const asked = useDeferredValue(typed.trim());
  const found = useAnswer('sets:search', asked === '' ? null : { text: asked }).value;
  return (
    <Card className={css.card} aria-label={text.title}>
      <TextField
        label={text.label}
        hint={text.hint}
        type="search"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found && <p className={css.quiet}>{found.length === 0 ? text.none : text.found(found.length)}</p>}
      {found && found.length > 0 && (
        <ul className={css.found}>
          {found.map((row) => (
            <li key={row.id}>
              <a href={`#/review/${row.id}`}>{formatDayTime(row.started_epoch_ms)}</a>
              <span>
                {fullName(row.athlete_name, toldApart(row.athlete_id))}, {formatLift(row.lift, row.variation)}
                , {formatLoad(units, row.load_kg)}
              </span>
              <span className={css.quiet}>{row.note}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
