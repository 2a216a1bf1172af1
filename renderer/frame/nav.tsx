import { Link, useLocation } from 'wouter';
import { words } from '../../src/words/index.ts';
import { KEYMAP } from '../keys/keys.ts';
import css from './nav.module.css';
import { isAt, NAV } from './routes.ts';

/** The rail of screens; each carries the digit that opens it. */
export function Nav() {
  const [path] = useLocation();
  return (
    <nav className={css.nav} aria-label={words.navigation}>
      {NAV.map(({ action, to, icon }) => (
        <Link
          key={to}
          href={to}
          className={css.link ?? ''}
          aria-current={isAt(path, to) ? 'page' : undefined}
          aria-keyshortcuts={KEYMAP[action].keys[0]}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path
              d={icon}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.8"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          <span className={css.name}>{words.actionNames[action]}</span>
        </Link>
      ))}
    </nav>
  );
}
