import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatCentimetres, formatLift, formatSeconds } from '../../format/format.ts';
import { fullName } from '../../format/told-apart.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import { TraceCanvas } from '../../parts/trace/trace-canvas.tsx';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './calibrate.module.css';
import { RangePicture } from './range-picture.tsx';
import { RepList } from './rep-list.tsx';
import { IDEAL, type RepOutline, repOutline } from './rep-outline.ts';

/** The next step is one press of Enter away. */
const focusAtOnce = (button: HTMLButtonElement | null): void => button?.focus();

/** Reps asked for, until the station itself says how many. */
const WANTED = 3;

/** Three slow full reps with a hold become the range that later reps are judged against. */
export default function Calibrate() {
  const state = useStation();
  const { ask, station } = usePage();
  const toldApart = useToldApart();
  useEffect(
    () => () => {
      // Leaving the screen leaves the calibration: the next reps are a set again.
      if (station.get()?.calibration) void ask('calibrate:cancel', {});
    },
    [ask, station],
  );
  if (!state) return <p className={css.loading}>{words.connection.connecting}</p>;
  const { setup, calibration } = state;
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <h1>{words.calibration.title}</h1>
        <p>
          {[
            fullName(setup.athlete.name, toldApart(setup.athlete.id)),
            formatLift(setup.lift, setup.variation),
            setup.bench,
            setup.side && words.sides[setup.side],
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      </header>
      {!calibration && <Intro state={state} />}
      {calibration?.status === 'running' && <Running state={state} />}
      {calibration?.status === 'review' && <Review state={state} />}
      {calibration?.problem && (
        <p className={`${css.problem} ${toneClass('warning')}`} role="alert">
          <VerdictMark mark="warning" />
          {calibration.problem}
        </p>
      )}
    </div>
  );
}

function Intro({ state }: { readonly state: StationState }) {
  const { ask } = usePage();
  const [, go] = useLocation();
  const { reference } = state.setup;
  const fed = state.source !== null;
  return (
    <Card className={css.card}>
      <div className={css.illustration}>
        <RangePicture
          outlines={Array<RepOutline>(WANTED).fill(IDEAL)}
          rom_m={IDEAL.rom_m}
          sigma_m={0}
          label={words.calibration.illustration}
          numbers={false}
        />
      </div>
      <p className={css.big}>{words.calibration.intro(WANTED)}</p>
      <p className={css.known}>
        {words.calibration.current}:{' '}
        {reference
          ? `${formatCentimetres(reference.rom_m)}, ${words.calibration.origin[reference.origin]}`
          : words.calibration.none}
      </p>
      <div className={css.buttons}>
        {fed ? (
          <Button kind="primary" large ref={focusAtOnce} onClick={() => ask('calibrate:start', {})}>
            {words.calibration.start}
          </Button>
        ) : (
          <>
            <p>{words.calibration.needsSensor}</p>
            <Button kind="primary" large ref={focusAtOnce} onClick={() => go('/pair')}>
              {words.welcome.pair}
            </Button>
          </>
        )}
        <Button large onClick={() => go('/')}>
          {words.calibration.back}
        </Button>
      </div>
    </Card>
  );
}

function Running({ state }: { readonly state: StationState }) {
  const { ask } = usePage();
  const { reps = [], wanted = WANTED } = state.calibration ?? {};
  return (
    <Card className={css.running}>
      <div>
        <p className={css.count} role="status">
          {words.calibration.progress(reps.length, wanted)}
        </p>
        <p className={css.big}>{words.calibration.waitingFor(Math.min(wanted, reps.length + 1))}</p>
        <RepList reps={reps} />
      </div>
      <TraceCanvas />
      <div className={css.buttons}>
        <Button onClick={() => ask('calibrate:cancel', {})}>{words.calibration.cancel}</Button>
      </div>
    </Card>
  );
}

function Review({ state }: { readonly state: StationState }) {
  const { ask, notices } = usePage();
  const [, go] = useLocation();
  const { reps = [], proposal = null } = state.calibration ?? {};
  const accept = async (): Promise<void> => {
    if (!(await ask('calibrate:accept', {}))) return;
    if (proposal)
      notices.show({ tone: 'full', text: words.calibration.accepted(formatCentimetres(proposal.rom_m)) });
    go('/');
  };
  return (
    <Card className={css.review}>
      {proposal && (
        <RangePicture
          outlines={reps.map(({ rep }) => repOutline(rep))}
          rom_m={proposal.rom_m}
          sigma_m={proposal.rom_sigma_m}
          label={words.calibration.pictureOf(reps.length, formatCentimetres(proposal.rom_m))}
          numbers
        />
      )}
      <RepList reps={reps} />
      <dl className={css.facts}>
        {proposal && (
          <>
            <dt>{words.calibration.result}</dt>
            <dd className="num">{formatCentimetres(proposal.rom_m)}</dd>
            <dt>{words.calibration.spread}</dt>
            <dd>{`${formatSeconds(proposal.rom_sigma_m * 100)} ${words.units.cm}`}</dd>
            <dt>{words.calibration.steadiness}</dt>
            <dd>
              {proposal.steadiness
                ? words.calibration.steadinessOf(
                    formatSeconds(proposal.steadiness.tilt_deg),
                    formatSeconds(proposal.steadiness.sway_m * 100),
                  )
                : words.calibration.unknown}
            </dd>
          </>
        )}
      </dl>
      <div className={css.buttons}>
        {proposal && (
          <Button kind="primary" large ref={focusAtOnce} onClick={accept}>
            {words.calibration.accept}
          </Button>
        )}
        <Button large onClick={() => ask('calibrate:repeat', {})}>
          {words.calibration.repeat}
        </Button>
        <Button kind="quiet" large onClick={() => ask('calibrate:cancel', {})}>
          {words.calibration.cancel}
        </Button>
      </div>
    </Card>
  );
}
