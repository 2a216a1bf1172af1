import type { BarNumber } from '../../../src/contract/bar.ts';
import { failure } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';

type Handle = (argument: { readonly bar?: BarNumber | undefined }) => unknown;

/** The same handlers, each request carried out at the bar that it names. */
export function atTheirBars<H extends object>(station: Station, handlersAt: (bar: Station) => H): H {
  const first = handlersAt(station);
  let made: { readonly desk: Station['desk']; readonly handlers: H } | null = null;
  const second = (): H | null => {
    const bar = station.at(2);
    // the second bar comes and goes with its setting
    if (bar === null) made = null;
    else if (made?.desk !== bar.desk) made = { desk: bar.desk, handlers: handlersAt(bar) };
    return made?.handlers ?? null;
  };
  const routed = Object.entries(first as Record<string, Handle>).map(([channel, handle]) => [
    channel,
    (argument: Parameters<Handle>[0]) => {
      if (argument.bar !== 2) return handle(argument);
      const there = second() as Record<string, Handle> | null;
      return there?.[channel]?.(argument) ?? failure('no-second-bar', words.bars.none);
    },
  ]);
  return Object.fromEntries(routed) as H;
}
