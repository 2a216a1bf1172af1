import { useState } from 'react';
import type { HistoryPoint } from '../../../../src/contract/sets.ts';
import type { Units } from '../../../../src/contract/setup.ts';
import { OUTCOMES } from '../../../../src/training/outcome.ts';
import { byRep, byWeek, type MapCell } from '../../../../src/training/technique.ts';
import { words } from '../../../../src/words/index.ts';
import { PlotCard } from '../../../parts/plot/plot-card.tsx';
import { type MapAxis, MapPlot } from '../../../parts/technique/map-plot.tsx';
import { techniqueInWords } from '../../../parts/technique/map-words.ts';
import { MARK_OF } from '../../../parts/technique/outcome-mark.ts';
import css from '../../../parts/technique/technique.module.css';
import { Chip } from '../../../ui/chip.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Folded } from '../../../ui/folded.tsx';
import { toneClass } from '../../../ui/tone.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { CellSets } from './cell-sets.tsx';
import { SquaresTable } from './squares-table.tsx';
import { TechniqueTable } from './technique-table.tsx';

interface TechniqueProps {
  readonly points: readonly HistoryPoint[];
  readonly units: Units;
}

const AXES: readonly MapAxis[] = ['rep', 'week'];

/** At which load, which rep and in which week it goes wrong: as a picture, in words, and as a table. */
export function TechniqueCard({ points, units }: TechniqueProps) {
  const text = words.technique;
  const [axis, setAxis] = useState<MapAxis>('rep');
  const [chosen, setChosen] = useState<Pick<MapCell, 'load_kg' | 'column'> | null>(null);
  const [reps, weeks] = [byRep(points), byWeek(points)];
  const cells = axis === 'rep' ? reps : weeks;
  const cell = cells.find(({ load_kg, column }) => load_kg === chosen?.load_kg && column === chosen.column);
  return (
    <PlotCard
      title={text.title}
      detail={text.sub}
      empty={cells.length === 0}
      head={
        <fieldset className={css.axes} aria-label={text.axesLabel}>
          {AXES.map((each) => (
            <Chip
              key={each}
              on={axis === each}
              onClick={() => {
                setAxis(each);
                setChosen(null);
              }}
            >
              {text.axes[each]}
            </Chip>
          ))}
        </fieldset>
      }
    >
      {cells.length === 0 ? (
        <p className={css.quiet}>{text.empty}</p>
      ) : (
        <div className={css.columns}>
          <div className={css.left}>
            <MapPlot cells={cells} axis={axis} units={units} chosen={cell ?? null} onChoose={setChosen} />
            <Legend />
          </div>
          <div className={css.right}>
            <ul className={css.words}>
              {techniqueInWords(reps, weeks, units).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {cell ? (
              <CellSets cell={cell} axis={axis} points={points} units={units} />
            ) : (
              <p className={css.quiet}>{text.pressHint}</p>
            )}
            <TechniqueTable cells={reps} units={units} />
            <Folded title={text.squaresTitle}>
              {() => <SquaresTable cells={cells} axis={axis} units={units} />}
            </Folded>
          </div>
        </div>
      )}
    </PlotCard>
  );
}

function Legend() {
  return (
    <ul className={css.legend}>
      {OUTCOMES.map((outcome) => (
        <li key={outcome} className={classNames(css.key, toneClass(MARK_OF[outcome]))}>
          <VerdictMark mark={MARK_OF[outcome]} />
          <span>{words.technique.outcomes[outcome]}</span>
        </li>
      ))}
    </ul>
  );
}
