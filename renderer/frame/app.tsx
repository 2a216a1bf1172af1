import { Suspense, useEffect, useState } from 'react';
import { Link, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { words } from '../../src/words/index.ts';
import type { ActionHandlers } from '../keys/keyboard.ts';
import { useActions, usePage } from '../page/use-page.ts';
import { useSound } from '../page/use-sound.ts';
import { UnderBar } from '../parts/live/under-bar.tsx';
import { classNames } from '../ui/class-names.ts';
import { NoticeList } from '../ui/notice-list.tsx';
import css from './app.module.css';
import { ConnectionBanner } from './connection-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useKiosk } from './kiosk.ts';
import { Nav } from './nav.tsx';
import { RackChooser } from './rack-chooser.tsx';
import { NAV } from './routes.ts';
import { SCREENS } from './screens.ts';
import { Shortcuts } from './shortcuts.tsx';
import { singleKeysRemembered } from './single-keys.ts';
import { SoundHint } from './sound-hint.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useUnderBar } from './use-under-bar.ts';

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Frame />
    </Router>
  );
}

/** What stands around every screen: the rail, notices, and the keys that work everywhere. */
function Frame() {
  const { keyboard } = usePage();
  const [path, go] = useLocation();
  const [help, setHelp] = useState(false);
  const kiosk = useKiosk();
  // The second display and the wall are read-outs: no chrome, no sound.
  const display = path === '/display' || path === '/board';
  const bare = kiosk || display;
  useSound(display);
  const underBar = useUnderBar(path);
  useFileDrop(go);

  useEffect(() => {
    keyboard.enabled = singleKeysRemembered();
    const press = (event: KeyboardEvent): void => {
      keyboard.press(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keyboard]);

  const goTo: ActionHandlers = {};
  for (const { action, to } of NAV) goTo[action] = () => go(to);
  useActions({
    ...goTo,
    sounds: () => go('/sounds'),
    import: () => go('/import'),
    shortcuts: () => setHelp(true),
    display: () => window.open('#/display', 'lockout-display', 'popup,width=1280,height=720'),
  });

  return (
    <div className={classNames(css.frame, bare && css.bare)}>
      {!bare && (
        <>
          <button
            type="button"
            className={css.skip}
            onClick={() => document.getElementById('content')?.focus()}
          >
            {words.skipToContent}
          </button>
          <Nav />
        </>
      )}
      <main id="content" className={css.main} tabIndex={-1}>
        <div>
          {!bare && <RackChooser />}
          <ConnectionBanner />
          {!display && <SoundHint />}
        </div>
        {/* the read-out has nothing else the keyboard could scroll it by */}
        <div className={css.screen} tabIndex={display ? 0 : undefined}>
          <ErrorBoundary screen={path}>
            <Suspense fallback={<p className={css.loading}>{words.loading}</p>}>
              <Switch>
                {SCREENS.map(({ path, component }) => (
                  <Route key={path} path={path} component={component} />
                ))}
                <Route>
                  <div className={css.missing}>
                    <h1>{words.notFound.title}</h1>
                    <Link href="/">{words.notFound.back}</Link>
                  </div>
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
          {underBar && <UnderBar />}
        </div>
      </main>
      <NoticeList />
      {help && <Shortcuts onClose={() => setHelp(false)} />}
    </div>
  );
}
