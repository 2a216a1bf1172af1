import { useEffect, useRef, useState } from 'react';
import type { HoldState, Rep } from '../../../src/contract/live-set.ts';
import { words } from '../../../src/words/index.ts';
import { formatHold, formatMissing, formatSeconds } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { onEveryPicture } from '../../state/every-picture.ts';
import { classNames } from '../../ui/class-names.ts';
import { type Held, heldBy, tenthsHeld } from './held.ts';
import css from './hold-ring.module.css';
import { useHeard } from './use-heard.ts';

const RADIUS = 43;
const AROUND = 2 * Math.PI * RADIUS;

interface HoldRingProps {
  /** Set while the bar is at lockout, or stands short of it. */
  readonly hold: HoldState | null;
  /** The rep whose hold is shown in between. */
  readonly last: Rep | null;
  readonly target_s: number | null;
}

/** Fills while the bar is at lockout, by the station's clock; then keeps what the last rep held. */
export function HoldRing({ hold, last, target_s }: HoldRingProps) {
  const { time } = usePage();
  const heard = useHeard();
  const arc = useRef<SVGCircleElement>(null);
  const value = useRef<SVGTextElement>(null);
  // What the hold came to, until the rep itself says so.
  const [ended, setEnded] = useState<Held | null>(null);
  const rested = restingHold(last, target_s, ended);

  useEffect(() => {
    const show = ({ held_s, share, met }: Held): void => {
      arc.current?.setAttribute('stroke-dasharray', `${share * AROUND} ${AROUND}`);
      arc.current?.setAttribute('data-met', String(met));
      const seconds = tenthsHeld(held_s);
      // a text written anew is laid out anew, also when it says the same
      if (value.current && value.current.textContent !== seconds) value.current.textContent = seconds;
    };
    if (!hold || hold.missing_m !== null || !heard) return;
    const run = (): void => show(heldBy(hold, time.now_ms()));
    run();
    const stop = onEveryPicture(run);
    return () => {
      stop();
      setEnded(heldBy(hold, time.now_ms()));
    };
  }, [hold, time, heard]);
  const short_m = hold?.missing_m ?? null;

  return (
    <svg
      className={classNames(css.ring, hold && css.running, short_m !== null && css.short)}
      viewBox="0 0 100 100"
      aria-hidden="true"
    >
      <circle cx="50" cy="50" r={RADIUS} className={css.track} />
      <circle
        ref={arc}
        key={hold ? 'running' : 'rested'}
        cx="50"
        cy="50"
        r={RADIUS}
        className={css.arc}
        data-met={rested.met}
        data-empty={short_m !== null || (!hold && rested.share === 0)}
        strokeDasharray={`${(hold ? 0 : rested.share) * AROUND} ${AROUND}`}
        transform="rotate(-90 50 50)"
      />
      <text ref={value} key={hold ? 'running-value' : 'rested-value'} x="50" y="56" className={css.value}>
        {short_m === null ? formatHold(rested.held_s, target_s) : formatMissing(short_m)}
      </text>
      <text x="50" y="70" className={css.caption}>
        {captionOf(short_m, target_s)}
      </text>
    </svg>
  );
}

function captionOf(short_m: number | null, target_s: number | null): string {
  if (short_m !== null) return words.station.holdShort;
  return target_s === null ? words.station.holdOpen : words.station.holdOf(formatSeconds(target_s));
}

interface Rested extends Omit<Held, 'held_s'> {
  readonly held_s: number | null;
}

function restingHold(last: Rep | null, target_s: number | null, ended: Held | null): Rested {
  if (!last) return { held_s: null, share: 0, met: false };
  const { hold_s } = last.lockout;
  // a pause short of lockout is no hold
  if (last.verdict.hold === 'no-lockout') return { held_s: null, share: 0, met: false };
  if (hold_s === null) return ended ?? { held_s: null, share: 0, met: false };
  if (target_s === null) return { held_s: hold_s, share: 0, met: false };
  return { held_s: hold_s, share: Math.min(1, hold_s / target_s), met: last.verdict.hold === 'met' };
}
