import type { Remark } from '../../src/contract/live-set.ts';
import { createObservable, type Observable } from './observable.ts';

export interface Notice extends Remark {
  readonly id: number;
  /** What can be done about it, at once. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read a sentence from 3 m and to reach the keyboard. */
const SHOWN_MS = 7_000;

export interface Notices {
  readonly list: Observable<readonly Notice[]>;
  show(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
}

export function createNotices(): Notices {
  const list = createObservable<readonly Notice[]>([]);
  let lastId = 0;
  const dismiss = (id: number): void => list.set(list.get().filter((notice) => notice.id !== id));
  return {
    list,
    show(notice) {
      const id = ++lastId;
      // The same sentence twice is one sentence.
      const others = list.get().filter((other) => other.text !== notice.text);
      list.set([...others, { ...notice, id }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    dismiss,
  };
}
