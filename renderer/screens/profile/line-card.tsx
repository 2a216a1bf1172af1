import type { Units } from '../../../src/contract/setup.ts';
import type { LineReport, TrainingProfile } from '../../../src/training/profile.ts';
import { words } from '../../../src/words/index.ts';
import { formatDoubt, formatLoad, formatRatio, formatSignedVelocity } from '../../format/format.ts';
import { LinePlot } from '../../parts/line/line-plot.tsx';
import { PlotCard } from '../../parts/plot/plot-card.tsx';
import { doubtInWords } from './doubt-words.ts';
import { LineTables } from './line-tables.tsx';
import css from './training.module.css';

interface LineCardProps {
  readonly training: TrainingProfile;
  readonly units: Units;
}

/** The load-velocity line with its bands, whether it can be believed, and the same as tables. */
export function LineCard({ training, units }: LineCardProps) {
  const text = words.training;
  const { report, points } = training;
  const sessions = new Set(points.map(({ session_id }) => session_id)).size;
  return (
    <PlotCard
      title={text.line}
      detail={report ? text.lineSub(points.length, sessions) : ''}
      empty={report === null}
    >
      {report === null ? (
        <p className={css.quiet}>{text.noLine}</p>
      ) : (
        <div className={css.lineBody}>
          <LinePlot report={report} training={training} units={units} />
          <div className={css.side}>
            <Belief report={report} units={units} />
            <LineTables report={report} points={points} units={units} />
          </div>
        </div>
      )}
    </PlotCard>
  );
}

function Belief({ report, units }: { readonly report: LineReport; readonly units: Units }) {
  const text = words.training;
  const { doubts, best_next, line } = report;
  return (
    <div className={css.belief}>
      <p className={css.rule}>{doubts.length === 0 ? text.believed : text.careful}</p>
      <ul className={css.reasons}>
        {doubts.map((doubt) => (
          <li key={doubt.kind}>{doubtInWords(doubt, units)}</li>
        ))}
        {best_next && (
          <li>{text.bestNext(formatLoad(units, best_next.load_kg), formatRatio(best_next.narrower))}</li>
        )}
        <li>{text.spread(formatDoubt(line.day_sd_mps), formatSignedVelocity(line.weekly_mps))}</li>
      </ul>
    </div>
  );
}
