import type { StationEvent } from '../../src/contract/station.ts';
import type { Bar } from './bar.ts';

/** The second bar, as long as it is wanted. */
export interface SecondBar {
  readonly bar: Bar | null;
  /** Makes one, or lets it go once its sets are stored. */
  follow(): void;
  close(): Promise<void>;
}

interface SecondBarDeps {
  readonly isWanted: () => boolean;
  readonly make: () => Bar;
  /** What it says, for every page. */
  readonly tell: (event: StationEvent) => void;
}

export function createSecondBar({ isWanted, make, tell }: SecondBarDeps): SecondBar {
  let bar: Bar | null = null;
  let leaving: Promise<void> | null = null;
  let closed = false;

  const leave = async (gone: Bar): Promise<void> => {
    await gone.endSets();
    await gone.close();
    leaving = null;
    follow();
  };
  const follow = (): void => {
    // its sensor may still be on the way out
    if (closed || leaving !== null) return;
    if (isWanted() && bar === null) {
      bar = make();
      bar.subscribe((event) => {
        // what is not about one bar the first one says
        if (event.kind !== 'pairing') tell(event.kind === 'stored' ? event : { ...event, bar: 2 });
      });
      bar.pairing.reconnect();
    } else if (!isWanted() && bar !== null) {
      const gone = bar;
      bar = null;
      leaving = leave(gone);
    }
  };

  return {
    get bar() {
      return bar;
    },
    follow,
    async close() {
      closed = true;
      await leaving;
      if (bar === null) return;
      await bar.endSets();
      await bar.close();
    },
  };
}
