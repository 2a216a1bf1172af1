import { words } from '../../src/words/index.ts';
import { usePage } from '../page/use-page.ts';
import { useObservable } from '../state/observable.ts';
import { VerdictMark } from '../ui/verdict-mark.tsx';
import css from './connection-banner.module.css';

const TEXTS = {
  lost: [words.connection.lost, words.connection.lostDetail],
  shut: [words.door.anew, words.door.anewDetail],
  removed: [words.lan.gone, words.lan.goneDetail],
} as const;

/** Says so when the page has lost the station, or is not let in any more; goes away by itself when it is back. */
export function ConnectionBanner() {
  const line = useObservable(usePage().connection);
  const [title, detail] = line === 'open' || line === 'connecting' ? [] : TEXTS[line];
  return (
    <div role="alert">
      {title && (
        <div className={css.banner}>
          <VerdictMark mark="warning" />
          <strong>{title}</strong>
          <span>{detail}</span>
        </div>
      )}
    </div>
  );
}
