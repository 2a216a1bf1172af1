import type { ReactNode } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatLoad,
  formatPercent,
  formatSeconds,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { loadingInWords } from '../../format/loading-words.ts';
import { type Action, KEYMAP } from '../../keys/keys.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { PlatesPicture } from '../../ui/plates-picture.tsx';
import css from './header.module.css';
import { SensorField } from './sensor-field.tsx';

interface HeaderProps {
  readonly state: StationState;
  readonly act: Record<'athlete' | 'lift' | 'load' | 'goal' | 'side' | 'warmUp', () => void>;
}

/** Who lifts what, for what: every field opens its picker by click or by the key shown. */
export function Header({ state, act }: HeaderProps) {
  const { setup, units, plates } = state;
  const toldApart = useToldApart();
  const sided = variationOf(setup.lift, setup.variation).unilateral;
  const warmUp = setup.kind === 'warm-up';
  return (
    <header className={css.header}>
      <Field
        action="athlete"
        onOpen={act.athlete}
        name={setup.athlete.name}
        sub={toldApart(setup.athlete.id) || words.station.athlete}
        className={css.firm}
      >
        <Avatar athlete={setup.athlete} />
      </Field>
      <Field
        action="lift"
        onOpen={act.lift}
        name={words.lifts[setup.lift]}
        sub={liftDetail(state)}
        className={css.firm}
      />
      {sided && (
        <Field
          action="side"
          onOpen={act.side}
          name={setup.side ? words.sides[setup.side] : words.station.noSide}
          sub={words.station.sideDetail}
        />
      )}
      <Field
        action="load"
        onOpen={act.load}
        name={setup.load_kg === null ? words.station.noLoad : formatLoad(units, setup.load_kg)}
        sub={loadingInWords(units, plates, setup.load_kg)}
      >
        <span className={css.plates}>
          <PlatesPicture load_kg={setup.load_kg} plates={plates} />
        </span>
      </Field>
      <Field action="goal" onOpen={act.goal} name={goalName(state)} sub={goalDetail(state)} />
      <Field
        action="warmUp"
        onOpen={act.warmUp}
        name={warmUp ? words.station.warmUp : words.station.workSet}
        sub={warmUp ? words.station.warmUpDetail : words.station.workDetail}
        className={classNames(css.firm, warmUp && css.warm)}
      />
      <span className={css.grow} />
      <SensorField state={state} />
    </header>
  );
}

interface FieldProps {
  readonly action: Action;
  readonly onOpen: () => void;
  readonly name: string;
  readonly sub: string;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

function Field({ action, onOpen, name, sub, children, className }: FieldProps) {
  const [key] = KEYMAP[action].keys;
  return (
    <button
      type="button"
      className={classNames(css.field, className)}
      aria-keyshortcuts={key}
      title={words.actionNames[action]}
      onClick={onOpen}
    >
      {children}
      <span className={css.text}>
        <span className={css.name}>{name}</span>
        <span className={css.sub}>
          <span className={css.detail}>{sub}</span>
          <span aria-hidden="true">
            <Kbd name={key} />
          </span>
        </span>
      </span>
    </button>
  );
}

function liftDetail({ setup }: StationState): string {
  const variation = setup.lift === 'hip-thrust' ? words.variations[setup.variation] : '';
  return [variation, setup.bench].filter(Boolean).join(', ') || words.station.pickLift;
}

function goalName({ setup }: StationState): string {
  const { goal, targets } = setup;
  const reps = goal.reps === null ? words.station.openEnd : words.reps(goal.reps);
  const hold =
    targets.hold_s === null ? words.station.noHold : words.station.holdTarget(formatSeconds(targets.hold_s));
  return `${reps}, ${hold}`;
}

function goalDetail({ setup: { goal, targets } }: StationState): string {
  return [
    words.presets[goal.preset],
    goal.velocity_loss_pct !== null && words.station.stopAt(formatPercent(goal.velocity_loss_pct)),
    goal.velocity_mps !== null && words.station.faster(formatVelocity(goal.velocity_mps)),
    goal.power_w !== null && words.station.stronger(formatWhole(goal.power_w)),
    targets.constant_tension && words.station.tension,
  ]
    .filter(Boolean)
    .join(', ');
}
