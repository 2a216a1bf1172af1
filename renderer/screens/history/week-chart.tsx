import { words } from '../../../src/words/index.ts';
import { formatPercent, formatWhole } from '../../format/format.ts';
import { useSize } from '../../ui/use-size.ts';
import css from './charts.module.css';

/** One week's share: `good` of `of` in the lower colour, the rest above it. */
export interface WeekShare {
  /** ISO week, `2026-W47`. */
  readonly week: string;
  readonly good: number;
  readonly of: number;
}

interface WeekChartProps {
  readonly title: string;
  readonly weeks: readonly WeekShare[];
  readonly goodWord: string;
  readonly restWord: string;
  /** Colour tokens of the two parts. */
  readonly good: string;
  readonly rest: string;
}

/** Share by week as stacked bars, the newest at the right; the shares of all these weeks stand beside them in words. */
export function WeekChart({ title, weeks, goodWord, restWord, good, rest }: WeekChartProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const told = weeks.filter(({ of }) => of > 0);
  const all = told.reduce((sum, { of }) => sum + of, 0);
  const fine = told.reduce((sum, week) => sum + week.good, 0);
  const em = Math.max(11, window.innerHeight * 0.0155);
  if (told.length === 0) return <p className={css.none}>{words.history.noWeeks}</p>;
  return (
    <div ref={box} className={css.box}>
      {size && size.width > 0 && (
        <svg
          className={css.svg}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={spoken(title, told)}
        >
          <Bars
            weeks={told}
            width={size.width - em * 9}
            height={size.height}
            em={em}
            good={good}
            rest={rest}
          />
          <g className={css.share}>
            <text x={size.width - em * 8} y={em * 2} fill={`var(${rest})`}>
              {restWord} {formatPercent(100 * (1 - fine / all))}
            </text>
            <text x={size.width - em * 8} y={size.height / 2 + em} fill={`var(${good})`}>
              {goodWord} {formatPercent((100 * fine) / all)}
            </text>
          </g>
        </svg>
      )}
    </div>
  );
}

interface BarsProps {
  readonly weeks: readonly WeekShare[];
  readonly width: number;
  readonly height: number;
  readonly em: number;
  readonly good: string;
  readonly rest: string;
}

function Bars({ weeks, width, height, em, good, rest }: BarsProps) {
  const tall = height - em * 2.2;
  const places = Math.max(weeks.length, 6);
  const step = width / places;
  const wide = Math.min(step * 0.62, em * 2.6);
  // Week numbers stand under every bar, or under every second or third when bars are thin.
  const every = Math.ceil((em * 1.9) / step);
  return (
    <>
      {weeks.map(({ week, good: n, of }, i) => {
        const lower = (n / of) * tall;
        const left = i * step;
        return (
          <g key={week}>
            <rect
              x={left}
              width={wide}
              y={em * 0.3}
              height={Math.max(0, tall - lower)}
              fill={`var(${rest})`}
              rx={em * 0.2}
            />
            <rect
              x={left}
              width={wide}
              y={em * 0.3 + tall - lower}
              height={lower}
              fill={`var(${good})`}
              rx={em * 0.2}
            />
            {i % every === 0 && (
              <text className={css.week} x={left + wide / 2} y={height - em * 0.3}>
                {week.slice(-2)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

const spoken = (title: string, weeks: readonly WeekShare[]): string =>
  `${title}. ${weeks
    .map(({ week, good, of }) =>
      words.history.weekBar(week.slice(-2), formatPercent((100 * good) / of), formatWhole(of)),
    )
    .join('. ')}`;
