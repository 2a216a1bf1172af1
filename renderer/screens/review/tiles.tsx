import type { SetDetail } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatCentimetres,
  formatDuration,
  formatPercent,
  formatSeconds,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { Tile } from '../../ui/tile.tsx';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './review.module.css';

const RANGES = ['full', 'short', 'partial', 'unsure'] as const;

export function SetTiles({ detail }: { readonly detail: SetDetail }) {
  const { row, recording, reference_rom_m } = detail;
  const { summary } = row;
  const text = words.review.summary;
  return (
    <div className={css.tiles}>
      <Tile
        label={text.reps}
        value={formatWhole(summary.reps)}
        detail={
          <span className={css.ranges}>
            {RANGES.filter((range) => summary[range] > 0).map((range) => (
              <span key={range} className={toneClass(range)}>
                <VerdictMark mark={range} /> {summary[range]} {words.range[range]}
              </span>
            ))}
            {summary.failed > 0 && (
              <span className={toneClass('failed')}>
                <VerdictMark mark="failed" /> {words.station.failed(summary.failed)}
              </span>
            )}
          </span>
        }
      />
      <Tile
        label={text.mean}
        value={formatVelocity(summary.mean_mcv_mps)}
        unit={words.units.mps}
        detail={summary.best_mcv_mps !== null && text.best(formatVelocity(summary.best_mcv_mps))}
      />
      <Tile
        label={text.loss}
        value={formatPercent(summary.velocity_loss_pct)}
        detail={formatDuration(row.duration_s)}
      />
      <Tile
        label={text.holds}
        value={
          row.holds_judged > 0
            ? words.outOf(formatWhole(row.holds_met), formatWhole(row.holds_judged))
            : words.nothing
        }
        detail={row.hold_target_s === null ? text.noTarget : text.target(formatSeconds(row.hold_target_s))}
      />
      <Tile
        label={text.full}
        value={formatCentimetres(reference_rom_m)}
        detail={reference_rom_m === null ? text.noReference : text.fullOf(summary.full, summary.reps)}
      />
      <Tile
        label={text.recording}
        value={
          recording.effective_rate_hz === null ? words.nothing : formatWhole(recording.effective_rate_hz)
        }
        unit={words.units.hz}
        detail={
          <>
            {words.review.axes(recording.axes)}, {words.review.gaps(recording.gaps)}
            {recording.lever_m !== null && (
              <div>{words.review.lever(formatCentimetres(recording.lever_m))}</div>
            )}
          </>
        }
      />
    </div>
  );
}
