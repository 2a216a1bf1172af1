import path from 'node:path';
import { words } from '../../../src/words/index.ts';
import { explain } from '../errors.ts';
import type { StoreClock, StoreNotice } from '../types.ts';
import { moveTo, oddIn } from './files.ts';

interface Told {
  readonly clock: StoreClock;
  readonly notify: (notice: StoreNotice) => void;
}

/** What is called a journal and is a link, a pipe or a folder: not followed, not read, but moved to `bin` and named. */
export function putOddAside(home: string, bin: string, { clock, notify }: Told): void {
  const { journal } = words.store;
  for (const name of oddIn(home)) {
    const odd = journal.odd(name);
    let message = journal.keptIn(odd, bin);
    try {
      moveTo(path.join(home, name), bin, clock.now_epoch_ms());
    } catch (error) {
      message = explain(error, odd).error.message;
    }
    notify({ code: 'journal-unreadable', message });
  }
}
