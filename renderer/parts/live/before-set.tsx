import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatPercent, formatVelocity } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import { useAnswer } from '../../page/use-answer.ts';
import css from './before-set.module.css';

/** What was done last time at this lift, and how fast the bar should be for the goal of today. */
export function BeforeSet({ state }: { readonly state: StationState }) {
  const { last_time: last } = state;
  const band = useSpeedBand(state);
  return (
    <dl className={css.facts}>
      <div>
        <dt className="label">
          {last ? words.station.lastTime(formatDayOfMonth(last.at_epoch_ms)) : words.station.firstTime}
        </dt>
        {last && <dd>{lastInWords(state)}</dd>}
      </div>
      {band && (
        <div>
          <dt className="label">{words.station.aim}</dt>
          <dd>{band}</dd>
        </div>
      )}
    </dl>
  );
}

function lastInWords({ last_time: last, units }: StationState): string {
  if (last === null) return '';
  const sets = words.sets(last.sets);
  return [
    last.load_kg === null ? sets : words.station.setsAt(sets, formatLoad(units, last.load_kg)),
    last.mean_mcv_mps !== null && `${formatVelocity(last.mean_mcv_mps)} ${words.units.mps}`,
    last.holds_met_pct !== null && words.station.holdShare(formatPercent(last.holds_met_pct)),
    last.full_pct !== null && words.station.fullShare(formatPercent(last.full_pct)),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The velocity the coach asked for, else where the athlete's own line says that the goal is trained. */
function useSpeedBand({ setup }: StationState): string | null {
  const { athlete, lift, variation, side, goal } = setup;
  const question = goal.velocity_mps === null ? { athlete_id: athlete.id, lift, variation, side } : null;
  const zones = useAnswer('profile:get', question).value?.training.report?.zones;
  if (goal.velocity_mps !== null) return words.station.faster(formatVelocity(goal.velocity_mps));
  const zone = zones?.find((entry) => entry.zone === goal.preset);
  return zone ? words.station.speedBand(formatVelocity(zone.slow_mps), formatVelocity(zone.fast_mps)) : null;
}
