import { Suspense, useEffect, useState } from 'react';
import { Link, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { words } from '../../src/words/index.ts';
import type { ActionHandlers } from '../keys/keyboard.ts';
import type { Pages } from '../page/page.ts';
import { useBars } from '../page/use-bars.ts';
import { useActions, usePage } from '../page/use-page.ts';
import { useSound } from '../page/use-sound.ts';
import { UnderBar } from '../parts/live/under-bar.tsx';
import { classNames } from '../ui/class-names.ts';
import { NoticeList } from '../ui/notice-list.tsx';
import css from './app.module.css';
import { AtBars } from './at-bars.tsx';
import { BarSwitch } from './bar-switch.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useKiosk } from './kiosk.ts';
import { Nav } from './nav.tsx';
import { focusPane, Panes } from './panes.tsx';
import { RackChooser } from './rack-chooser.tsx';
import { displayOf, NAV } from './routes.ts';
import { HOME, SCREENS } from './screens.ts';
import { Shortcuts } from './shortcuts.tsx';
import { singleKeysRemembered } from './single-keys.ts';
import { SoundHint } from './sound-hint.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useUnderBar } from './use-under-bar.ts';

/** Screens that are about one of two bars. */
const ABOUT_A_BAR: ReadonlySet<string> = new Set(['/pair', '/calibrate']);

export function App({ pages }: { readonly pages: Pages }) {
  return (
    <Router hook={useHashLocation}>
      <AtBars pages={pages}>
        <Frame />
      </AtBars>
    </Router>
  );
}

/** What stands around every screen: the rail, notices, and the keys that work everywhere. */
function Frame() {
  const { keyboard } = usePage();
  const { two, bar, choose } = useBars();
  const [path, go] = useLocation();
  const [help, setHelp] = useState(false);
  const kiosk = useKiosk();
  // The second display and the wall are read-outs: no chrome, no sound.
  const display = path.startsWith('/display') || path === '/board';
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
    display: () => window.open(`#${displayOf(bar)}`, `lockout-display-${bar}`, 'popup,width=1280,height=720'),
    ...(two && {
      otherBar: () => {
        choose(bar === 1 ? 2 : 1);
        focusPane(bar === 1 ? 2 : 1);
      },
    }),
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
          {two && ABOUT_A_BAR.has(path) && <BarSwitch />}
        </div>
        {/* the read-out has nothing else the keyboard could scroll it by */}
        <div className={css.screen} tabIndex={display ? 0 : undefined}>
          <ErrorBoundary screen={path}>
            <Suspense fallback={<p className={css.loading}>{words.loading}</p>}>
              <Switch>
                {two && (
                  <Route path="/">
                    <Panes screen={HOME} />
                  </Route>
                )}
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
