import { Link } from 'wouter';
import type { SetRow } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatPercent, formatVelocity, formatWhole } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './set-list.module.css';

const RANGES = ['full', 'short', 'partial', 'unsure'] as const;
/** A year of training is a few hundred sets; more than this is for the CSV. */
const MOST_ROWS = 300;

/** Every set of the period, newest first; a row opens its set. */
export function SetList({ sets, units }: { readonly sets: readonly SetRow[]; readonly units: Units }) {
  const text = words.history.columns;
  return (
    <Card className={css.card} aria-label={words.history.sets}>
      <h2 className={css.title}>
        {words.history.sets} <span className="label">{sets.length}</span>
      </h2>
      <div className={css.wide}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{text.when}</th>
              <th scope="col">{text.variation}</th>
              <th scope="col">{text.load}</th>
              <th scope="col">{text.reps}</th>
              <th scope="col">{text.ranges}</th>
              <th scope="col">{text.mean}</th>
              <th scope="col">{text.best}</th>
              <th scope="col">{text.loss}</th>
              <th scope="col">{text.holds}</th>
              <th scope="col">{text.note}</th>
            </tr>
          </thead>
          <tbody>
            {sets.slice(0, MOST_ROWS).map((row) => (
              <SetLine key={row.id} row={row} units={units} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function SetLine({ row, units }: { readonly row: SetRow; readonly units: Units }) {
  const { summary } = row;
  const when = formatDayTime(row.started_epoch_ms);
  const extra = [
    row.side && words.history.side[row.side],
    row.bench,
    row.kind === 'warm-up' && words.history.warmUp,
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <Link href={`/review/${row.id}`} className={css.link ?? ''} aria-label={words.history.open(when)}>
          {when}
        </Link>
        {row.simulated && <span className={css.simulated}>{words.badges.simulated}</span>}
        {row.replayed && (
          <span className={css.replayed}>
            {row.accepted ? words.badges.replayed : words.badges.notCounted}
          </span>
        )}
      </th>
      <td>
        {words.variations[row.variation]}
        {extra.length > 0 && <span className={css.extra}> {extra.join(', ')}</span>}
      </td>
      <td className={css.number}>{formatLoad(units, row.load_kg)}</td>
      <td className={css.number}>{summary.reps}</td>
      <td>
        <span className={css.ranges}>
          {RANGES.filter((range) => summary[range] > 0).map((range) => (
            <span key={range} className={classNames(css.range, toneClass(range))} title={words.range[range]}>
              <VerdictMark mark={range} />
              {summary[range]}
              <span className="visually-hidden">{words.range[range]}</span>
            </span>
          ))}
        </span>
      </td>
      <td className={css.strong}>{formatVelocity(summary.mean_mcv_mps)}</td>
      <td className={css.number}>{formatVelocity(summary.best_mcv_mps)}</td>
      <td className={css.number}>{formatPercent(summary.velocity_loss_pct)}</td>
      <td className={css.number}>
        {row.holds_judged > 0
          ? words.outOf(formatWhole(row.holds_met), formatWhole(row.holds_judged))
          : words.nothing}
      </td>
      <td className={css.note}>{row.note}</td>
    </tr>
  );
}
