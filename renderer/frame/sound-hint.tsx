import { words } from '../../src/words/index.ts';
import { usePage } from '../page/use-page.ts';
import { useObservable } from '../state/observable.ts';
import css from './sound-hint.module.css';

/** Sound carries everything for a lifter on their back: when there is none, it is said on top of every screen. */
export function SoundHint() {
  const status = useObservable(usePage().sound.status);
  if (status === 'on') return null;
  return (
    <p className={css.hint} role="status">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 7.5h3L10 4v12l-4-3.5H3z" fill="currentColor" />
        <path d="M13 8l4 4M17 8l-4 4" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
      {status === 'off' ? words.sounds.off : words.sounds.elsewhere}
    </p>
  );
}
