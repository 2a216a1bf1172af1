import type { CSSProperties } from 'react';
import type { LiveSet } from '../../../src/contract/live-set.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatBeside,
  formatDuration,
  formatPercent,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { fullName } from '../../format/told-apart.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useNow } from '../../page/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToldApart } from '../use-told-apart.ts';
import css from './footer.module.css';
import type { StationActions } from './use-station-actions.ts';

/** The limit's mark stands here on the meter; what is beyond it still has room. */
const LIMIT_SHARE = 0.7;
/** Without a limit the meter shows up to this loss, %. */
const OPEN_SCALE_PCT = 50;

interface FooterProps {
  readonly state: StationState;
  /** null on a read-out: nothing can be done there. */
  readonly actions: Pick<StationActions, 'undo' | 'endSet' | 'nextSet' | 'nextAthlete'> | null;
}

export function Footer({ state, actions }: FooterProps) {
  const { set } = state;
  const { setup } = set ?? state;
  // at the station the summary above tells how many and how fast
  const told = set?.status === 'finished' && actions !== null;
  return (
    <footer className={css.footer}>
      <VelocityLoss set={set} limit_pct={setup.goal.velocity_loss_pct} told={told} />
      {!told && <Counts state={state} />}
      <RestTimer state={state} />
      {actions && <Actions state={state} actions={actions} />}
    </footer>
  );
}

function Counts({ state: { set, setup: next } }: { readonly state: StationState }) {
  const setup = set?.setup ?? next;
  return (
    <>
      {setup.reference === null ? (
        <Count label={words.station.summaryReps} n={set?.summary.reps ?? 0} of={setup.goal.reps ?? 0} />
      ) : (
        <Count label={words.station.fullReps} n={set?.summary.full ?? 0} of={set?.summary.reps ?? 0} />
      )}
      <Count label={words.station.holdsMet} n={set?.holds_met ?? 0} of={set?.holds_judged ?? 0} />
    </>
  );
}

function Actions({
  state,
  actions,
}: {
  readonly state: StationState;
  readonly actions: NonNullable<FooterProps['actions']>;
}) {
  const { set, can_undo } = state;
  const toldApart = useToldApart();
  const next = set?.status === 'running' ? undefined : state.tonight.find((entry) => entry.next);
  return (
    <div className={css.actions}>
      {can_undo && (
        <Button kind="quiet" hint={KEYMAP.undo.keys[0]} onClick={actions.undo}>
          {words.station.undo}
        </Button>
      )}
      {set?.status === 'running' && (
        <Button hint={KEYMAP.endSet.keys[0]} onClick={actions.endSet}>
          {words.station.endSet}
        </Button>
      )}
      {next && (
        <Button hint={KEYMAP.nextSet.keys[0]} onClick={actions.nextAthlete}>
          {words.tonight.nextAthlete(fullName(next.athlete.name, toldApart(next.athlete.id)))}
        </Button>
      )}
      {set?.status === 'finished' && !next && (
        <Button hint={KEYMAP.nextSet.keys[0]} onClick={actions.nextSet}>
          {words.station.nextSet}
        </Button>
      )}
    </div>
  );
}

function VelocityLoss({
  set,
  limit_pct,
  told,
}: {
  readonly set: LiveSet | null;
  /** The best rep is told elsewhere. */
  readonly told: boolean;
  readonly limit_pct: number | null;
}) {
  const loss_pct = set?.summary.velocity_loss_pct ?? null;
  const scale_pct = limit_pct === null ? OPEN_SCALE_PCT : limit_pct / LIMIT_SHARE;
  const filled = Math.max(0, Math.min(1, (loss_pct ?? 0) / scale_pct));
  const best = set?.summary.best_mcv_mps ?? null;
  const over = set?.velocity_loss_reached ?? false;
  return (
    <div>
      <div className="label">
        {best !== null && !told
          ? words.station.lossBest(formatVelocity(best))
          : limit_pct !== null
            ? words.station.lossLimit(formatPercent(limit_pct))
            : words.station.loss}
      </div>
      <div className={classNames('num', css.value, over && css.over, loss_pct === null && css.of)}>
        {loss_pct === null ? words.nothing : `${formatBeside(loss_pct, limit_pct, 0)} ${words.units.percent}`}
      </div>
      <div className={classNames(css.meter, over && css.overMeter)} aria-hidden="true">
        <span className={css.filled} style={{ width: `${filled * 100}%` }} />
        {limit_pct !== null && (
          <span className={css.limit} style={{ '--at': `${LIMIT_SHARE * 100}%` } as CSSProperties} />
        )}
      </div>
    </div>
  );
}

function Count({ label, n, of }: { readonly label: string; readonly n: number; readonly of: number }) {
  return (
    <div>
      <div className="label">{label}</div>
      <div className={classNames('num', css.value)}>
        {of === 0 ? <span className={css.of}>{words.nothing}</span> : formatWhole(n)}
        {of > 0 && <span className={css.of}> {words.ofAll(formatWhole(of))}</span>}
      </div>
    </div>
  );
}

/** Rest since the last set; during a set, the rest that went before it. */
function RestTimer({ state }: { readonly state: StationState }) {
  const { set, resting_since_epoch_ms: since, rest_target_s } = state;
  const running = set?.status === 'running';
  const now_ms = useNow();
  const rested = running && since !== null && since < set.started_epoch_ms;
  if (!running && since !== null && rest_target_s !== null)
    return <CountDown left_s={rest_target_s - (now_ms - since) / 1000} target_s={rest_target_s} />;
  const label = rested
    ? words.station.restBefore(set.number)
    : running
      ? words.station.timeOfSet(set.number)
      : words.station.resting;
  const duration_ms = rested
    ? set.started_epoch_ms - since
    : running
      ? now_ms - set.started_epoch_ms
      : since === null
        ? null
        : now_ms - since;
  return (
    <div>
      <div className="label">{label}</div>
      <div className={classNames('num', css.value, duration_ms === null && css.of)} role="timer">
        {duration_ms === null ? words.nothing : formatDuration(duration_ms / 1000)}
      </div>
    </div>
  );
}

/** Down to nothing, and from there on up: how long the athlete could have lifted already. */
function CountDown({ left_s, target_s }: { readonly left_s: number; readonly target_s: number }) {
  const over = left_s <= 0;
  const target = formatDuration(target_s);
  return (
    <div>
      <div className="label">{over ? words.station.restOver(target) : words.station.restLeft(target)}</div>
      <div className={classNames('num', css.value, over && css.restOver)} role="timer">
        {over ? `+${formatDuration(-left_s)}` : formatDuration(Math.ceil(left_s))}
      </div>
    </div>
  );
}
