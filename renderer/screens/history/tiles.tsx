import type { History } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatLoad,
  formatPercent,
  formatSeconds,
  formatSignedVelocity,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { Tile } from '../../ui/tile.tsx';
import { toneClass } from '../../ui/tone.ts';
import css from './history.module.css';

/** Less than this is noise, m/s: the error of a single set's mean. */
const FLAT_MPS = 0.01;

export function HistoryTiles({ history, units }: { readonly history: History; readonly units: Units }) {
  const { tiles } = history;
  const text = words.history;
  return (
    <div className={css.tiles}>
      <SpeedTile history={history} units={units} />
      <Tile
        label={text.holds}
        value={formatPercent(tiles.holds_met_pct)}
        detail={
          tiles.hold_target_s === null ? text.noHolds : text.holdTarget(formatSeconds(tiles.hold_target_s))
        }
      />
      <Tile
        label={text.partial}
        value={formatPercent(tiles.partial_pct)}
        tone={tiles.partial > 0 ? toneClass('partial') : undefined}
        detail={
          tiles.reps === 0 ? text.noReps : text.partialOf(formatWhole(tiles.partial), formatWhole(tiles.reps))
        }
      />
      <BestTile history={history} units={units} />
      <Tile
        label={text.week}
        value={formatWhole(tiles.sets_this_week)}
        unit={words.sets(tiles.sets_this_week).replace(/^\d+ /, '')}
        detail={lastSession(tiles.days_since_last)}
      />
    </div>
  );
}

function SpeedTile({ history, units }: { readonly history: History; readonly units: Units }) {
  const text = words.history;
  const { speed } = history.tiles;
  if (!speed) return <Tile label={text.speed} value={words.nothing} detail={text.noSpeed} />;
  const { change_mps } = speed;
  const tone = change_mps !== null && change_mps > FLAT_MPS ? toneClass('full') : undefined;
  return (
    <Tile
      label={text.speedAt(formatLoad(units, speed.load_kg))}
      value={formatVelocity(speed.mcv_mps)}
      unit={words.units.mps}
      detail={
        <span className={tone}>
          {change_mps === null ? text.noChange : text.change(formatSignedVelocity(change_mps), speed.weeks)}
        </span>
      }
    />
  );
}

/** The fastest rep at the load lifted most often. */
function BestTile({ history, units }: { readonly history: History; readonly units: Units }) {
  const text = words.history;
  const load_kg = history.tiles.speed?.load_kg ?? null;
  const best = history.points
    .filter((point) => point.kind === 'work' && point.load_kg === load_kg)
    .reduce<number | null>((most, { best_mcv_mps: v }) => (v !== null && v > (most ?? 0) ? v : most), null);
  return (
    <Tile
      label={text.best}
      value={formatVelocity(best)}
      unit={best === null ? undefined : words.units.mps}
      detail={best === null ? undefined : text.bestOf(formatLoad(units, load_kg))}
    />
  );
}

function lastSession(days: number | null): string | undefined {
  const text = words.history;
  if (days === null) return undefined;
  if (days <= 0) return text.lastToday;
  return days === 1 ? text.lastYesterday : text.lastDays(formatWhole(days));
}
