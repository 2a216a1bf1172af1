import type { LiftId, Side, Units, VariationId } from '../../../../src/contract/setup.ts';
import type { Best, Bests } from '../../../../src/training/bests.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatVelocity, formatWhole } from '../../../format/format.ts';
import { formatDay } from '../../../format/moments.ts';
import { useAnswer } from '../../../page/use-answer.ts';
import { Card } from '../../../ui/card.tsx';
import css from './around.module.css';

interface BestsProps {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly side: Side | null;
  readonly units: Units;
}

/** Personal bests, each with the set that is one. */
export function BestsCard({ units, ...question }: BestsProps) {
  const text = words.bests;
  const bests = useAnswer('history:bests', question).value;
  if (!bests) return null;
  const rows = rowsOf(bests, units);
  return (
    <Card className={css.card} aria-label={text.title}>
      <header className={css.head}>
        <h2>{text.title}</h2>
        <span className="label">{text.sub}</span>
      </header>
      {rows.length === 0 ? (
        <p className={css.quiet}>{text.none}</p>
      ) : (
        <div className={css.wide}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{text.what}</th>
                <th scope="col">{text.value}</th>
                <th scope="col">{text.when}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, value, best }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={css.strong}>{value}</td>
                  <td>
                    <a href={`#/review/${best.set_id}`}>{formatDay(best.at_epoch_ms)}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly best: Best;
}

function rowsOf({ heaviest, strictest, surest_1rm, fastest }: Bests, units: Units): Row[] {
  const text = words.bests;
  const rows: Row[] = [];
  if (heaviest)
    rows.push({ name: text.heaviest, value: formatLoad(units, heaviest.load_kg), best: heaviest });
  if (surest_1rm) {
    const value = text.surestValue(formatLoad(units, Math.floor(surest_1rm.load_kg)));
    rows.push({ name: text.surest, value, best: surest_1rm });
  }
  if (strictest) {
    const value = text.strictSet(formatWhole(strictest.reps), formatLoad(units, strictest.load_kg));
    rows.push({ name: text.strictest, value, best: strictest });
  }
  for (const best of fastest) {
    const value = `${formatVelocity(best.mcv_mps)} ${words.units.mps}`;
    rows.push({ name: text.fastest(formatLoad(units, best.load_kg)), value, best });
  }
  return rows;
}
