import 'uplot/dist/uPlot.min.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import type { SetDetail } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { formatSeconds, formatVelocity } from '../../format/format.ts';
import { Card } from '../../ui/card.tsx';
import { useSize } from '../../ui/use-size.ts';
import { formatCm } from './format-rep.ts';
import css from './trace.module.css';
import { createTracePlot, type PlotRep, type PlotState } from './trace-plot.ts';

interface TraceCardProps {
  readonly detail: SetDetail;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
}

type Reading = { readonly t_s: number; readonly height_m: number; readonly velocity_mps: number };

const PHASES = ['concentric', 'lockout', 'eccentric'] as const;

/** The whole set as the bar moved. What the picture says stands in the table below it as well. */
export function TraceCard({ detail, selected, onSelect }: TraceCardProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const [reading, setReading] = useState<Reading | null>(null);
  const plot = useRef<uPlot | null>(null);
  const state = useRef<PlotState>({ reps: [], selected: null });
  const pick = useRef(onSelect);
  // Before the effects that draw: they read what stands here.
  useLayoutEffect(() => {
    pick.current = onSelect;
    state.current = { reps: plotReps(detail), selected };
  });
  useEffect(() => {
    const element = box.current;
    if (!size || size.width === 0 || size.height === 0 || !element) return;
    const made = createTracePlot({
      detail,
      element,
      state: () => state.current,
      onHover: setReading,
      onPick: (id) => pick.current(id),
    });
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
    // made anew at each size: letters and lines are sized with the window, and uPlot keeps those it was made with
  }, [box, detail, size]);
  // The frame around the chosen rep is drawn from `state`.
  useEffect(() => plot.current?.redraw(false), [selected]);

  return (
    <Card className={css.card} aria-label={words.review.trace}>
      <header className={css.head}>
        <h2>{words.review.trace}</h2>
        <ul className={css.legend}>
          <li>
            <i className={css.heightLine} />
            {words.review.height}
          </li>
          <li>
            <i className={css.velocityLine} />
            {words.review.velocity}
          </li>
          {PHASES.map((phase) => (
            <li key={phase}>
              <i className={css[phase]} />
              {words.review.phases[phase]}
            </li>
          ))}
        </ul>
        <span className={css.reading}>
          {reading &&
            words.review.reading(
              formatSeconds(reading.t_s),
              formatCm(reading.height_m),
              formatVelocity(reading.velocity_mps),
            )}
        </span>
      </header>
      {detail.trace.t_s.length === 0 ? (
        <p>{detail.recording_here ? words.recordings.damaged : words.recordings.elsewhere}</p>
      ) : (
        <div
          ref={box}
          className={css.plot}
          role="img"
          aria-label={words.review.traceOf(detail.reps.length)}
        />
      )}
    </Card>
  );
}

function plotReps(detail: SetDetail): readonly PlotRep[] {
  return [
    ...detail.reps.map(({ id, rep, deleted }) => ({ id, rep, deleted, mark: rep.verdict.range })),
    ...detail.failed.map((rep) => ({ id: null, rep, deleted: false, mark: 'failed' as const })),
  ];
}
