import type { Units } from '../../../../src/contract/setup.ts';
import type { VolumeReport } from '../../../../src/contract/volume.ts';
import { GLUTE_SETS_A_WEEK, GLUTES, type MuscleWeek, REST_HOURS } from '../../../../src/training/volume.ts';
import { mondayOf } from '../../../../src/training/weeks.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatWhole } from '../../../format/format.ts';
import { formatDayOfMonth } from '../../../format/moments.ts';
import { useAnswer } from '../../../page/use-answer.ts';
import { Card } from '../../../ui/card.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { Range } from '../period.ts';
import css from './around.module.css';

interface VolumeProps {
  readonly athlete_id: number;
  readonly range: Range;
  /** Since the last session of the lift that is shown. */
  readonly days_since_last: number | null;
  readonly units: Units;
}

const HOURS = 24;

/** Hard sets of every week by muscle, tonnage, and how long ago the lift was trained. */
export function HardSetsCard({ athlete_id, range, days_since_last, units }: VolumeProps) {
  const text = words.volume;
  const volume = useAnswer('history:volume', { athlete_id, ...range }).value;
  if (!volume) return null;
  const { weeks } = volume;
  const now = weeks.find(({ monday_epoch_ms }) => monday_epoch_ms === mondayOf(Date.now()));
  const glutes = now?.muscles.find(({ muscle }) => muscle === GLUTES)?.prime ?? 0;
  const tonnage = weeks.reduce((sum, { tonnage_kg }) => sum + tonnage_kg, 0);
  const [low, high] = GLUTE_SETS_A_WEEK;
  return (
    <Card className={css.card} aria-label={text.title}>
      <header className={css.head}>
        <h2>{text.title}</h2>
        <span className="label">{text.sub}</span>
      </header>
      {weeks.length === 0 ? (
        <p className={css.quiet}>{text.none}</p>
      ) : (
        <>
          <ul className={css.words}>
            <li>{text.perWeek(formatLoad(units, Math.round(tonnage)), weeks.length)}</li>
            {now && <li>{text.thisWeek(glutes, low, high)}</li>}
            {days_since_last !== null && (
              <li>
                {text.since(days_since_last)} {days_since_last * HOURS < REST_HOURS && text.rest(REST_HOURS)}
              </li>
            )}
          </ul>
          <WeekTable volume={volume} units={units} />
        </>
      )}
    </Card>
  );
}

/** Newest week first, a column a muscle; a muscle that is only helped with is in brackets. */
function WeekTable({ volume, units }: { readonly volume: VolumeReport; readonly units: Units }) {
  const text = words.volume;
  const muscles = [...new Set(volume.weeks.flatMap((week) => week.muscles.map(({ muscle }) => muscle)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow window must be reachable by keyboard
    <div className={css.wide} tabIndex={0}>
      <table className={css.table} aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">{text.week}</th>
            <th scope="col">{text.sets}</th>
            <th scope="col">{text.tonnage}</th>
            {muscles.map((muscle) => (
              <th key={muscle} scope="col">
                {muscle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {volume.weeks.toReversed().map((week) => (
            <tr key={week.monday_epoch_ms} className={classNames(week.sets === 0 && css.gap)}>
              <th scope="row">{formatDayOfMonth(week.monday_epoch_ms)}</th>
              <td>{formatWhole(week.sets)}</td>
              <td>{week.sets === 0 ? words.nothing : formatLoad(units, Math.round(week.tonnage_kg))}</td>
              {muscles.map((muscle) => {
                const of = week.muscles.find((each) => each.muscle === muscle);
                return <td key={muscle}>{of ? setsInWords(of) : words.nothing}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const setsInWords = ({ prime, assisting }: MuscleWeek): string =>
  [prime > 0 && formatWhole(prime), assisting > 0 && words.volume.helping(formatWhole(assisting))]
    .filter(Boolean)
    .join(' ');
