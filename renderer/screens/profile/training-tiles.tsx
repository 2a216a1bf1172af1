import type { Units } from '../../../src/contract/setup.ts';
import type { TrainingProfile } from '../../../src/training/profile.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatLoadNumber, formatReading, formatVelocity } from '../../format/format.ts';
import { readyDetail } from '../../parts/ready-words.ts';
import { Tile } from '../../ui/tile.tsx';
import css from './training.module.css';

const formatSds = formatReading(1);
/** The share a coach asks the speed of most often. */
const ASKED_PERCENT = 80;

interface TilesProps {
  readonly training: TrainingProfile;
  readonly units: Units;
}

/** The 1RM as an interval, the speed of 80 % of it, and today. */
export function TrainingTiles({ training, units }: TilesProps) {
  const text = words.training;
  const { report, ready } = training;
  const max = report?.max ?? null;
  const velocity = report?.velocity ?? null;
  const asked = report?.percents.find(({ percent }) => percent === ASKED_PERCENT);
  return (
    <div className={css.tiles}>
      <Tile
        label={text.max}
        value={
          max
            ? text.maxRange(
                formatLoadNumber(units, Math.round(max.low_kg)),
                formatLoadNumber(units, Math.round(max.high_kg)),
              )
            : words.nothing
        }
        unit={max ? words.units[units] : undefined}
        detail={
          max && velocity ? (
            <>
              {text.maxHow(formatVelocity(velocity.value), formatVelocity(velocity.sd))}
              <br />
              {velocity.own ? text.maxOwn : text.maxUsual}
            </>
          ) : report && !velocity ? (
            text.noVelocity
          ) : (
            text.noMax
          )
        }
      />
      <Tile
        label={text.percentTile}
        value={asked ? formatVelocity(asked.mcv_mps) : words.nothing}
        unit={asked && words.units.mps}
        detail={asked ? text.percentAt(formatLoad(units, Math.round(asked.load_kg))) : text.noMax}
      />
      <Tile
        label={text.ready}
        value={ready ? text.readyKinds[ready.kind] : words.nothing}
        detail={
          ready ? (
            <>
              {readyDetail(ready, units)}
              <br />
              {text.readySds(formatSds(ready.sds))}
            </>
          ) : (
            text.noReady
          )
        }
      />
    </div>
  );
}
