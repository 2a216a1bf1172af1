import type { LiveSet } from '../../../src/contract/live-set.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatBeside, formatVelocity, formatWhole } from '../../format/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { TraceCanvas } from '../trace/trace-canvas.tsx';
import css from './hero.module.css';
import { HoldRing } from './hold-ring.tsx';

/** The loudest thing on the screen: how fast the last rep was. Beside it the hold, below it the bar. */
export function Hero({
  state,
  selected,
}: {
  readonly state: StationState;
  readonly selected: number | null;
}) {
  const { set } = state;
  const shown = set && (set.reps.find((entry) => entry.id === selected) ?? lastKept(set));
  const mcv_mps = shown && shown.rep.quality !== 'unusable' ? shown.rep.mcv_mps : null;
  return (
    <>
      <div className={css.now}>
        <div className={css.numbers}>
          <div className="label">
            {shown ? words.station.heroLabel(shown.rep.index) : words.station.readyRecords(set?.number ?? 1)}
            {shown && shown.rep.quality !== 'good' && (
              <span className={css.quality}>
                {[words.station.quality[shown.rep.quality], ...shown.rep.reasons].join(', ')}
              </span>
            )}
          </div>
          <div className={css.line}>
            <span
              className={classNames(
                'num',
                css.value,
                mcv_mps === null ? css.none : shown && !shown.settled && css.provisional,
              )}
            >
              {formatBeside(mcv_mps, (set?.setup ?? state.setup).goal.velocity_mps, 2)}
            </span>
            <span className={css.unit}>
              {words.units.mps}
              {shown && <Explosive set={set} mcv_mps={shown.rep.mcv_mps} power_w={shown.rep.mean_power_w} />}
            </span>
          </div>
        </div>
        <HoldRing
          hold={set?.hold ?? null}
          last={shown?.rep ?? null}
          target_s={(set?.setup ?? state.setup).targets.hold_s}
        />
      </div>
      <TraceCanvas />
    </>
  );
}

const lastKept = (set: LiveSet) => set.reps.findLast((entry) => !entry.deleted);

/** Explosive mode: was the rep as fast and as strong as asked? */
function Explosive({
  set,
  mcv_mps,
  power_w,
}: {
  readonly set: LiveSet;
  readonly mcv_mps: number | null;
  readonly power_w: number | null;
}) {
  const { velocity_mps: fast, power_w: strong } = set.setup.goal;
  return (
    <>
      {fast !== null && mcv_mps !== null && (
        <Target reached={mcv_mps >= fast} text={`${formatVelocity(fast)} ${words.units.mps}`} />
      )}
      {strong !== null && power_w !== null && (
        <Target
          reached={power_w >= strong}
          text={`${words.outOf(formatBeside(power_w, strong, 0), formatWhole(strong))} ${words.units.w}`}
        />
      )}
    </>
  );
}

function Target({ reached, text }: { readonly reached: boolean; readonly text: string }) {
  return (
    <span className={classNames(css.target, reached ? css.reached : css.under)}>
      <VerdictMark mark={reached ? 'over' : 'dropped'} />
      {text}, {reached ? words.station.target.reached : words.station.target.missed}
    </span>
  );
}
