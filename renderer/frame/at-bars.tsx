import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { BarNumber } from '../../src/contract/bar.ts';
import type { Pages } from '../page/page.ts';
import { type Bars, BarsContext } from '../page/use-bars.ts';
import { PageContext } from '../page/use-page.ts';
import { useObservable } from '../state/observable.ts';
import { displayOf } from './routes.ts';

/** Everything inside is about the bar that is chosen; of a station with one, always about that. */
export function AtBars({ pages, children }: { readonly pages: Pages; readonly children: ReactNode }) {
  const two = useObservable(pages.first.settings)?.bars === 2;
  const [path, go] = useLocation();
  const [chosen, setChosen] = useState<BarNumber>(1);
  const shown = path === displayOf(2) ? 2 : path === displayOf(1) ? 1 : chosen;
  const bar = two ? shown : 1;
  const bars: Bars = {
    ...{ pages, two, bar },
    choose: (next) => {
      // a second display stays with the bar in its address
      if (path.startsWith(displayOf(1))) go(displayOf(next));
      else setChosen(next);
    },
  };
  return (
    <BarsContext value={bars}>
      <PageContext value={bar === 2 ? pages.second : pages.first}>{children}</PageContext>
    </BarsContext>
  );
}
