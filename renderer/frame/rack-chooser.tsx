import { words } from '../../src/words/index.ts';
import { useStatus } from '../page/use-status.ts';
import css from './rack-chooser.module.css';

/** A rack next door is opened to the network without any event here, ms. */
const LOOK_EVERY_MS = 15_000;

/**
 * On a tablet: the racks of the gym, the one that is shown first. Another one is a page of its own station, which asks for its
 * code the first time and knows the tablet from then on.
 */
export function RackChooser() {
  const [status] = useStatus('lan:status', LOOK_EVERY_MS, ({ me }) => me !== 'station');
  if (status === null || status.me === 'station' || status.racks.length === 0) return null;
  return (
    <nav className={css.racks} aria-label={words.lan.racks}>
      <span className={css.rack} aria-current="page">
        {status.rack ?? words.board.here}
      </span>
      {status.racks.map(({ id, name, address }) => (
        <a key={id} className={css.rack} href={address}>
          {name}
        </a>
      ))}
    </nav>
  );
}
