import type { SetDetail } from '../../../src/contract/sets.ts';
import type { Side } from '../../../src/contract/setup.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift, loadAsTyped } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { fullName } from '../../format/told-apart.ts';
import { type Action, KEYMAP } from '../../keys/keys.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Kbd } from '../../ui/kbd.tsx';
import css from './review.module.css';

export type LabelName = 'athlete' | 'lift' | 'load' | 'side' | 'warmUp' | 'date';

interface LabelsProps {
  readonly detail: SetDetail;
  readonly units: StationState['units'];
  readonly change: Record<LabelName, () => void>;
}

export const nextSide = (side: Side | null): Side | null =>
  side === null ? 'left' : side === 'left' ? 'right' : null;

/** What the set is labelled with; every field is changed by click or by the key shown. */
export function Labels({ detail, units, change }: LabelsProps) {
  const { row } = detail;
  const toldApart = useToldApart();
  const text = words.review;
  const sided = variationOf(row.lift, row.variation).unilateral || row.side !== null;
  return (
    <div className={css.labels}>
      <Label
        action="athlete"
        name={text.fields.athlete}
        value={fullName(row.athlete_name, toldApart(row.athlete_id))}
        onChange={change.athlete}
      />
      <Label
        action="lift"
        name={text.fields.lift}
        value={[formatLift(row.lift, row.variation), row.bench, row.mount && words.mounts.names[row.mount]]
          .filter(Boolean)
          .join(', ')}
        onChange={change.lift}
      />
      <Label
        action="load"
        name={text.fields.load}
        value={row.load_kg === null ? text.noLoad : loadAsTyped(units, row)}
        onChange={change.load}
      />
      {sided && (
        <Label
          action="side"
          name={text.fields.side}
          value={row.side ? words.sides[row.side] : text.noSide}
          onChange={change.side}
        />
      )}
      <Label
        action="warmUp"
        name={text.fields.kind}
        value={row.kind === 'work' ? text.work : text.warmUp}
        onChange={change.warmUp}
      />
      <Label name={text.fields.date} value={formatDayTime(row.started_epoch_ms)} onChange={change.date} />
    </div>
  );
}

interface LabelProps {
  /** The one whose key does the same. */
  readonly action?: Action;
  readonly name: string;
  readonly value: string;
  readonly onChange: () => void;
}

function Label({ action, name, value, onChange }: LabelProps) {
  const key = action && KEYMAP[action].keys[0];
  return (
    <button type="button" className={css.labelButton} aria-keyshortcuts={key} onClick={onChange}>
      <span className="label">{name}</span>
      <span className={css.labelValue}>
        {value}
        {key && (
          <span aria-hidden="true">
            <Kbd name={key} />
          </span>
        )}
      </span>
    </button>
  );
}
