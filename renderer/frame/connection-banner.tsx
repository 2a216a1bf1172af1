import { words } from '../../src/words/index.ts';
import { usePage } from '../page/use-page.ts';
import { useObservable } from '../state/observable.ts';
import { VerdictMark } from '../ui/verdict-mark.tsx';
import css from './connection-banner.module.css';

/** Says so when the page has lost the station; goes away by itself when it is back. */
export function ConnectionBanner() {
  const lost = useObservable(usePage().connection) === 'lost';
  return (
    <div role="alert">
      {lost && (
        <div className={css.banner}>
          <VerdictMark mark="warning" />
          <strong>{words.connection.lost}</strong>
          <span>{words.connection.lostDetail}</span>
        </div>
      )}
    </div>
  );
}
