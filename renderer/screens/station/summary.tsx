import type { ReactNode } from 'react';
import type { LiveSet } from '../../../src/contract/live-set.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatCentimetres,
  formatChange,
  formatLoad,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { fullName } from '../../format/told-apart.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import type { StationActions } from '../../parts/live/use-station-actions.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { AdviceNote } from './advice.tsx';
import { ComparedTable, PersonalBest } from './compared-table.tsx';
import { ReadinessLine } from './readiness-line.tsx';
import css from './summary.module.css';

interface SummaryProps {
  readonly state: StationState;
  readonly set: LiveSet;
  readonly actions: StationActions;
}

/** What came of the set, what to do about it, and the ways to put its labels right. */
export function Summary({ state, set, actions }: SummaryProps) {
  const { summary, setup } = set;
  const verdicts = (['full', 'short', 'partial', 'unsure'] as const).filter(
    (range) => summary[range] > 0 && (range !== 'unsure' || setup.reference !== null),
  );
  return (
    <>
      <div className={css.head}>
        <div>
          <p className={css.title}>{words.station.done(set.number)}</p>
          <p className="label">{words.station.heroSet}</p>
          <p className={css.line}>
            <span className={classNames('num', css.hero, summary.mean_mcv_mps === null && css.none)}>
              {formatVelocity(summary.mean_mcv_mps)}
            </span>
            <span className={css.unit}>{words.units.mps}</span>
          </p>
        </div>
        <div className={css.tiles}>
          <Tile label={words.station.summaryReps} value={formatWhole(summary.reps)}>
            {verdicts.map((range) => (
              <span key={range} className={classNames(css.verdict, toneClass(range))}>
                <VerdictMark mark={range} />
                {words.rangeCount[range](summary[range])}
              </span>
            ))}
            {summary.failed > 0 && (
              <span className={classNames(css.verdict, toneClass('failed'))}>
                <VerdictMark mark="failed" />
                {words.station.failed(summary.failed)}
              </span>
            )}
            <RepsCompared compared={set.compared} />
          </Tile>
          {set.holds_judged > 0 && (
            <Tile
              label={words.station.holdsMet}
              value={words.outOf(formatWhole(set.holds_met), formatWhole(set.holds_judged))}
            />
          )}
        </div>
      </div>
      <div className={css.rest}>
        <div className={css.words}>
          {set.compared && <ComparedTable compared={set.compared} />}
          <AdviceNote state={state} set={set} />
          <ReadinessLine state={state} setup={setup} />
          <UseAsReference set={set} />
          <p className="label">{words.station.nextStarts(set.number + 1)}</p>
        </div>
        {set.set_id === null ? (
          state.unstored === null && <p className="label">{words.station.shownOnly}</p>
        ) : (
          <Corrections state={state} setup={setup} actions={actions} />
        )}
      </div>
    </>
  );
}

/** The labels a stored set can be given in place, and the way to the rest. */
function Corrections({
  state,
  setup,
  actions,
}: Pick<SummaryProps, 'state' | 'actions'> & Pick<LiveSet, 'setup'>) {
  const toldApart = useToldApart();
  return (
    <div className={css.relabel}>
      <span className="label">{words.station.relabel}</span>
      <Button kind="quiet" hint={KEYMAP.relabelAthlete.keys[0]} onClick={actions.open.relabelAthlete}>
        {fullName(setup.athlete.name, toldApart(setup.athlete.id))}
      </Button>
      <Button kind="quiet" hint={KEYMAP.relabelLift.keys[0]} onClick={actions.open.relabelLift}>
        {words.lifts[setup.lift]}
      </Button>
      <Button kind="quiet" hint={KEYMAP.relabelLoad.keys[0]} onClick={actions.open.relabelLoad}>
        {setup.load_kg === null ? words.station.noLoad : formatLoad(state.units, setup.load_kg)}
      </Button>
      <span className={css.grow} />
      <Button hint={KEYMAP.review.keys[0]} onClick={actions.review}>
        {words.station.review}
      </Button>
    </div>
  );
}

/** Offered once, where nobody has measured the athlete's own range and the reps of this set agree. */
function UseAsReference({ set }: { readonly set: LiveSet }) {
  const { ask, notices } = usePage();
  const { set_id, agreed_rom_m } = set;
  const reference = useStation()?.setup.reference;
  if (set_id === null || agreed_rom_m === null || reference !== null) return null;
  const use = async (): Promise<void> => {
    if (await ask('calibrate:from-set', { set_id }))
      notices.show({ tone: 'info', text: words.station.referenceKept });
  };
  return (
    <p>
      <Button onClick={use}>{words.station.useAsReference(formatCentimetres(agreed_rom_m))}</Button>
    </p>
  );
}

/** How many reps more or fewer than last time at this load. */
function RepsCompared({ compared }: Pick<LiveSet, 'compared'>) {
  if (compared?.best == null) return null;
  const { figures, last, best } = compared;
  if (figures.reps > best.reps) return <PersonalBest />;
  return (
    <>
      {last && <span>{words.compared.moreReps(formatChange(0)(figures.reps - last.reps))}</span>}
      <span>{words.compared.mostReps(formatWhole(best.reps))}</span>
    </>
  );
}

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}

function Tile({ label, value, children }: TileProps) {
  return (
    <div className={css.tile}>
      <div className="label">{label}</div>
      <div className={classNames('num', css.value)}>{value}</div>
      <div className={css.detail}>{children}</div>
    </div>
  );
}
