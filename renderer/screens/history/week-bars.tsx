import { words } from '../../../src/words/index.ts';
import { formatPercent, formatWhole } from '../../format/format.ts';
import { formatAxisDay, formatDayOfMonth } from '../../format/moments.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import type { Size } from '../../ui/use-size.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';
import css from './week-cards.module.css';

/** A week and what its reps were, from the foot of the bar upwards; without parts no one trained. */
export interface BarWeek {
  readonly monday_epoch_ms: number;
  readonly parts: readonly { readonly mark: Mark; readonly word: string; readonly count: number }[];
}

interface WeekBarsProps extends Size {
  readonly title: string;
  readonly weeks: readonly BarWeek[];
}

const all = ({ parts }: BarWeek): number => parts.reduce((sum, { count }) => sum + count, 0);

/** Shares by week as stacked bars, weeks by the date of their Monday; the shares of all weeks stand beside them in words. */
export function WeekBars({ title, weeks, width, height }: WeekBarsProps) {
  const em = Math.max(11, window.innerHeight * 0.0155);
  const kinds = weeks.find(({ parts }) => parts.length > 0)?.parts ?? [];
  const total = weeks.reduce((sum, week) => sum + all(week), 0);
  const share = (i: number): number =>
    weeks.reduce((sum, { parts }) => sum + (parts[i]?.count ?? 0), 0) / total;
  const tall = height - em * 2.2;
  const step = (width - em * 10.5) / Math.max(weeks.length, 6);
  const wide = Math.min(step * 0.72, em * 2.6);
  const every = Math.ceil((em * 3.8) / step);
  return (
    <svg className={css.svg} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(title, weeks)}>
      {weeks.map((week, i) => (
        <g key={week.monday_epoch_ms}>
          <Bar week={week} x={i * step} width={wide} tall={tall} em={em} />
          {i % every === 0 && (
            <text className={css.week} x={i * step} y={height - em * 0.3}>
              {formatAxisDay(week.monday_epoch_ms)}
            </text>
          )}
        </g>
      ))}
      {kinds.toReversed().map(({ mark, word }, i) => (
        <text
          key={word}
          className={classNames(css.share, toneClass(mark))}
          x={width - em * 9.8}
          y={em * 1.6 + i * em * 1.9}
        >
          {word} {formatPercent(100 * share(kinds.length - 1 - i))}
        </text>
      ))}
    </svg>
  );
}

interface BarProps {
  readonly week: BarWeek;
  readonly x: number;
  readonly width: number;
  readonly tall: number;
  readonly em: number;
}

function Bar({ week, x, width, tall, em }: BarProps) {
  const of = all(week);
  let foot = tall + em * 0.3;
  if (of === 0)
    return <rect className={css.empty} x={x} y={foot - em * 0.2} width={width} height={em * 0.2} />;
  return week.parts.map(({ mark, word, count }) => {
    const height = (count / of) * tall;
    foot -= height;
    return (
      count > 0 && (
        <rect
          key={word}
          className={classNames(css.part, toneClass(mark))}
          x={x}
          y={foot}
          width={width}
          height={height}
        />
      )
    );
  });
}

const spoken = (title: string, weeks: readonly BarWeek[]): string =>
  `${title}. ${weeks
    .map((week) => {
      const name = formatDayOfMonth(week.monday_epoch_ms);
      const parts = week.parts
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => words.history.weekPart(formatWhole(count), word));
      return parts.length === 0
        ? words.history.emptyWeek(name)
        : words.history.weekBar(name, parts.join(', '));
    })
    .join('. ')}`;
