import { words } from '../../src/words/index.ts';
import { usePage } from '../page/use-page.ts';
import { useObservable } from '../state/observable.ts';
import { VerdictMark } from '../ui/verdict-mark.tsx';
import css from './connection-banner.module.css';

/** Says so when the page has lost the station, or is not let in any more; goes away by itself when it is back. */
export function ConnectionBanner() {
  const line = useObservable(usePage().connection);
  const shut = line === 'shut';
  return (
    <div role="alert">
      {(line === 'lost' || shut) && (
        <div className={css.banner}>
          <VerdictMark mark="warning" />
          <strong>{shut ? words.door.anew : words.connection.lost}</strong>
          <span>{shut ? words.door.anewDetail : words.connection.lostDetail}</span>
        </div>
      )}
    </div>
  );
}
