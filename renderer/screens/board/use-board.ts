import { useEffect, useState } from 'react';
import type { Board } from '../../../src/contract/board.ts';
import { usePage } from '../../page/use-page.ts';

export interface ShownBoard {
  readonly board: Board;
  /** Since it was asked for, ms. */
  readonly age_ms: number;
}

/** How often the station is asked, ms: a rep drops in while it is still talked about. */
const ASK_EVERY_MS = 500;

/** The board as the station last told it, and how long ago that was. What cannot be asked stays as it was. */
export function useBoard(): ShownBoard | null {
  const { bridge } = usePage();
  const [latest, setLatest] = useState<{ board: Board; at_ms: number } | null>(null);
  const [now_ms, setNow] = useState(() => performance.now());
  useEffect(() => {
    let gone = false;
    let timer = 0;
    const ask = async (): Promise<void> => {
      // no notice when it fails: the wall says how old it is
      const reply = await bridge.request('board:get', {});
      if (gone) return;
      const at_ms = performance.now();
      if (reply.ok) setLatest({ board: reply.value, at_ms });
      setNow(at_ms);
      timer = window.setTimeout(ask, ASK_EVERY_MS);
    };
    void ask();
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [bridge]);
  return latest && { board: latest.board, age_ms: Math.max(0, now_ms - latest.at_ms) };
}
