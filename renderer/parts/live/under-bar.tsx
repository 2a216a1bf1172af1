import { useEffect, useRef } from 'react';
import type { HoldState } from '../../../src/contract/live-set.ts';
import { words } from '../../../src/words/index.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import { onEveryPicture } from '../../state/every-picture.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { heldBy, tenthsHeld } from './held.ts';
import css from './under-bar.module.css';
import { underBarView } from './under-bar-view.ts';
import { useHeard } from './use-heard.ts';

/** The whole screen for whoever lies under the bar: reps, verdict, hold, and when to stop, to be read from 3 m. */
export function UnderBar() {
  const state = useStation();
  if (!state) return null;
  const { reps, verdict, hold, note } = underBarView(state);
  const running = state.set?.hold?.missing_m === null ? state.set.hold : null;
  return (
    <section className={css.all} aria-label={words.underBar.title}>
      <p className={classNames('num', css.reps)}>{reps}</p>
      <p className={classNames(css.verdict, verdict && toneClass(verdict.mark))}>
        {verdict && (
          <>
            <VerdictMark mark={verdict.mark} />
            <span>{verdict.word}</span>
          </>
        )}
      </p>
      <div className={css.below}>
        <p className={classNames('num', css.hold)}>
          {running ? <RunningHold hold={running} /> : <span>{hold}</span>}
          <span className={css.unit}> {words.units.s}</span>
        </p>
        {note && (
          <p className={classNames(css.note, toneClass(note.mark))}>
            <VerdictMark mark={note.mark} />
            <span>{note.word}</span>
          </p>
        )}
      </div>
    </section>
  );
}

function RunningHold({ hold }: { readonly hold: HoldState }) {
  const { time } = usePage();
  const heard = useHeard();
  const value = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (): void => {
      const { held_s, met } = heldBy(hold, time.now_ms());
      if (!value.current) return;
      value.current.textContent = tenthsHeld(held_s);
      value.current.setAttribute('data-met', String(met));
    };
    if (!heard) return;
    show();
    return onEveryPicture(show);
  }, [hold, time, heard]);
  return <span ref={value} className={css.running} />;
}
