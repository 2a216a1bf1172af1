import { useState } from 'react';
import type { History, HistoryPoint } from '../../../../src/contract/sets.ts';
import type { Units } from '../../../../src/contract/setup.ts';
import { differenceOf, directionOf } from '../../../../src/training/trend.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad } from '../../../format/format.ts';
import { PickAthlete } from '../../../parts/pickers/pick-athlete.tsx';
import { PlotCard } from '../../../parts/plot/plot-card.tsx';
import type { Metric } from '../../../parts/trend/metric.ts';
import { emptyWeeks, type LoadSeries, seriesOf } from '../../../parts/trend/series.ts';
import css from '../../../parts/trend/trend.module.css';
import { Chip } from '../../../ui/chip.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { Subject } from '../use-subject.ts';
import { ComparePlot } from './compare-plot.tsx';
import { CompareTable } from './compare-table.tsx';
import { COMPARED, type Other, useOther } from './use-other.ts';

interface CompareProps {
  readonly history: History;
  readonly points: readonly HistoryPoint[];
  readonly subject: Subject;
  readonly metric: Metric;
  readonly units: Units;
  /** The load that is looked at; another one where only one of the two has lifted it. */
  readonly load_kg: number | null;
}

/** Two periods, two athletes or two sides in one plot, at one load. */
export function CompareCard({ history, points, subject, metric, units, load_kg }: CompareProps) {
  const text = words.trend;
  const other = useOther(history, points, subject);
  const [picking, setPicking] = useState(false);
  const pair = other.parties && atOneLoad(other.parties, metric, load_kg);
  const names = other.parties && ([other.parties[0].name, other.parties[1].name] as const);
  const load = pair && (pair[0].load_kg === null ? words.history.noLoad : formatLoad(units, pair[0].load_kg));
  return (
    <PlotCard
      title={text.compare}
      detail={text.axis(text.metricNames[metric.id], metric.unit)}
      empty={pair === null}
      head={
        <>
          <fieldset className={css.chips} aria-label={text.compare}>
            {COMPARED.filter((kind) => kind !== 'side' || history.sides.length === 2).map((kind) => (
              <Chip
                key={kind}
                on={other.kind === kind}
                onClick={() => {
                  other.choose(kind);
                  setPicking(kind === 'athlete');
                }}
              >
                {text.compareKinds[kind]}
              </Chip>
            ))}
          </fieldset>
          {other.kind === 'period' && <Days other={other} />}
        </>
      }
    >
      {other.parties && !pair && <p className={css.quiet}>{text.noCommon}</p>}
      {other.parties && names && pair && load && (
        <div className={css.columns}>
          <ComparePlot
            pair={pair}
            names={names}
            empty={[emptyWeeks(other.parties[0].points), emptyWeeks(other.parties[1].points)]}
            metric={metric}
            together={other.kind !== 'period'}
          />
          <div className={css.side}>
            {inWords(names, pair, load, metric).map((line) => (
              <p key={line} className={css.said}>
                {line}
              </p>
            ))}
            <CompareTable pair={pair} names={names} metric={metric} />
          </div>
        </div>
      )}
      {picking && (
        <PickAthlete
          current={history.athlete}
          onPick={(id) => {
            other.chooseAthlete(id);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </PlotCard>
  );
}

function Days({ other: { days, chooseDays } }: { readonly other: Other }) {
  return (
    <span className={css.row}>
      <DateField label={words.trend.from} value={days.from} onChange={(from) => chooseDays({ from })} />
      <DateField label={words.trend.to} value={days.to} onChange={(to) => chooseDays({ to })} />
    </span>
  );
}

type Pair = readonly [LoadSeries, LoadSeries];

/** Both at the load that is looked at, else at the one both have most sessions of; null when they share none. */
function atOneLoad(
  [a, b]: NonNullable<Other['parties']>,
  metric: Metric,
  load_kg: number | null,
): Pair | null {
  const others = seriesOf(b.points, metric.of);
  const pairs = seriesOf(a.points, metric.of).flatMap((own): Pair[] => {
    const other = others.find((each) => each.load_kg === own.load_kg);
    return other ? [[own, other]] : [];
  });
  const least = ([own, other]: Pair): number => Math.min(own.sessions.length, other.sessions.length);
  return (
    pairs.find(([own]) => own.load_kg === load_kg) ?? pairs.toSorted((p, q) => least(q) - least(p))[0] ?? null
  );
}

/** Both means, the difference of sessions with its interval, and whether it is more than chance. */
function inWords(names: readonly [string, string], [a, b]: Pair, load: string, metric: Metric): string[] {
  const text = words.trend;
  const [va, vb] = [a, b].map(({ sessions }) => sessions.map(({ value }) => value)) as [number[], number[]];
  const mean = (values: readonly number[]): string =>
    `${metric.format(values.reduce((sum, value) => sum + value, 0) / values.length)} ${metric.unit}`;
  const said = text.compared(names[0], names[1], load, mean(va), mean(vb));
  const found = differenceOf(va, vb);
  if (found === null) return [said, text.fewToCompare];
  const sentence = directionOf(found) === 'none' ? text.noDifference : text.difference;
  return [
    said,
    sentence(
      `${metric.change(found.difference)} ${metric.unit}`,
      metric.change(found.low),
      metric.change(found.high),
    ),
  ];
}
