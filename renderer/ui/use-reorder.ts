import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { words } from '../../src/words/index.ts';

export interface ReorderRow {
  readonly key: number;
  readonly name: string;
}

/** `key` at this place of the order, the others as they were. */
function movedTo(keys: readonly number[], key: number, place: number): readonly number[] {
  const others = keys.filter((each) => each !== key);
  const at = Math.max(0, Math.min(others.length, place));
  return [...others.slice(0, at), key, ...others.slice(at)];
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((key, place) => key === b[place]);

export interface Reorder<T> {
  readonly list: RefObject<HTMLOListElement | null>;
  /** As they stand now, the dragged row where it would be dropped. */
  readonly rows: readonly T[];
  readonly dragged: number | null;
  /** What was done last, for those who hear the screen. */
  readonly said: string;
  step(key: number, by: 1 | -1): void;
  grab(key: number, pointer: number): void;
  /** The pointer is at this height of the window, px. */
  drag(y: number): void;
  drop(): void;
  cancel(): void;
}

/** The order of rows while it is changed. The list, which stays where it is, holds the pointer: a row that moves would lose it. */
export function useReorder<T extends ReorderRow>(
  rows: readonly T[],
  /** False: refused, the old order stands. */
  onOrder: (keys: readonly number[]) => Promise<boolean>,
): Reorder<T> {
  const list = useRef<HTMLOListElement>(null);
  /** The order on show until the owner has it too. */
  const [draft, setDraft] = useState<readonly number[] | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const focused = useRef<HTMLElement | null>(null);

  const own = rows.map(({ key }) => key);
  const order = draft !== null && same(draft.toSorted(), own.toSorted()) ? draft : own;
  const shown = order.flatMap((key) => rows.filter((row) => row.key === key));
  useLayoutEffect(() => {
    if (dragged !== null)
      list.current?.children[order.indexOf(dragged)]?.scrollIntoView({ block: 'nearest' });
    // a row that was moved in the page has lost the focus on the way
    const element = focused.current;
    focused.current = null;
    if (element?.isConnected && document.activeElement !== element) element.focus();
  }, [order, dragged]);

  const keep = async (key: number, keys: readonly number[]): Promise<void> => {
    const name = rows.find((row) => row.key === key)?.name ?? '';
    if (!same(keys, own)) {
      setSaid(words.reorder.placed(name, keys.indexOf(key) + 1, keys.length));
      await onOrder(keys);
    }
    setDraft(null);
  };
  const step = (key: number, by: 1 | -1): void => {
    const keys = movedTo(order, key, order.indexOf(key) + by);
    focused.current = document.activeElement as HTMLElement | null;
    setDraft(keys);
    void keep(key, keys);
  };
  const drag = (y: number): void => {
    if (dragged === null) return;
    const boxes = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const above = boxes.filter(
      (box, place) => order[place] !== dragged && (box.top + box.bottom) / 2 < y,
    ).length;
    const keys = movedTo(order, dragged, above);
    if (!same(keys, order)) setDraft(keys);
  };
  const drop = (): void => {
    if (dragged !== null) void keep(dragged, order);
    setDragged(null);
  };

  return {
    ...{ list, rows: shown, dragged, said, step, drag, drop },
    grab(key, pointer) {
      list.current?.setPointerCapture(pointer);
      setDragged(key);
    },
    cancel() {
      setDraft(null);
      setDragged(null);
    },
  };
}
