import { createContext, useContext } from 'react';
import type { BarNumber } from '../../src/contract/bar.ts';
import { words } from '../../src/words/index.ts';
import type { Pages } from './page.ts';
import { usePage } from './use-page.ts';

/** The bars on this page, and which one keys and screens are about. */
export interface Bars {
  readonly pages: Pages;
  /** False: the station has one bar, and nothing tells bars apart. */
  readonly two: boolean;
  readonly bar: BarNumber;
  choose(bar: BarNumber): void;
}

export const BarsContext = createContext<Bars | null>(null);

export function useBars(): Bars {
  const bars = useContext(BarsContext);
  if (!bars) throw new Error('useBars outside of the page');
  return bars;
}

/** What is there once for each bar has the bar in its name where there are two. */
export function useNameHere(): (name: string) => string {
  const { two } = useBars();
  const { bar } = usePage();
  return (name) => (two ? words.bars.part(bar, name) : name);
}
