import type { ComponentType } from 'react';
import { words } from '../../src/words/index.ts';
import { KEYMAP } from '../keys/keys.ts';
import type { Page } from '../page/page.ts';
import { useBars } from '../page/use-bars.ts';
import { PageContext, useStation } from '../page/use-page.ts';
import { classNames } from '../ui/class-names.ts';
import { Kbd } from '../ui/kbd.tsx';
import css from './panes.module.css';

/** The screen of the station once for each bar: a click goes where it lands, a key to the one with the frame around it. */
export function Panes({ screen: Screen }: { readonly screen: ComponentType }) {
  const { pages } = useBars();
  return (
    <div className={css.panes}>
      {[pages.first, pages.second].map((page) => (
        <PageContext key={page.bar} value={page}>
          <Pane page={page} screen={Screen} />
        </PageContext>
      ))}
    </div>
  );
}

function Pane({ page, screen: Screen }: { readonly page: Page; readonly screen: ComponentType }) {
  const { bar, choose } = useBars();
  const athlete = useStation()?.setup.athlete.name ?? '';
  const here = page.bar === bar;
  return (
    <section
      id={paneId(page.bar)}
      data-pane={page.bar}
      className={classNames(css.pane, here && css.here)}
      aria-label={words.bars.of(page.bar, athlete)}
      aria-current={here}
      tabIndex={-1}
      onPointerDownCapture={() => choose(page.bar)}
      onFocusCapture={() => choose(page.bar)}
    >
      <p className={css.name}>
        <strong>{words.bars.name(page.bar)}</strong>
        {here ? words.bars.keysHere : <Kbd name={KEYMAP.otherBar.keys[0]} />}
      </p>
      <div className={css.screen}>
        <Screen />
      </div>
    </section>
  );
}

const paneId = (bar: Page['bar']): string => `bar-${bar}`;

/** So that Space and Enter are not for a button of the other bar. */
export const focusPane = (bar: Page['bar']): void => document.getElementById(paneId(bar))?.focus();
