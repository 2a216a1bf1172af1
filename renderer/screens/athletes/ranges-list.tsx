import { words } from '../../../src/words/index.ts';
import { formatCentimetres, formatLift } from '../../format/format.ts';
import { useAnswer } from '../../page/use-answer.ts';
import css from './athletes.module.css';

/** The athlete's own full reps, one line each. */
export function RangesList({ athlete_id }: { readonly athlete_id: number }) {
  const ranges = useAnswer('athletes:references', { id: athlete_id }).value;
  if (!ranges) return null;
  if (ranges.length === 0) return <p className={css.note}>{words.athletes.rangesNone}</p>;
  return (
    <ul className={css.ranges}>
      {ranges.map(({ lift, variation, bench, side, reference }) => (
        <li key={`${lift} ${variation} ${bench} ${side}`}>
          <span>
            {[formatLift(lift, variation), bench, side && words.sides[side]].filter(Boolean).join(', ')}
          </span>
          <strong>{formatCentimetres(reference.rom_m)}</strong>
          <span className={css.origin}>{words.calibration.origin[reference.origin]}</span>
        </li>
      ))}
    </ul>
  );
}
