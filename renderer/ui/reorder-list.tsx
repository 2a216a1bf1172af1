import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { words } from '../../src/words/index.ts';
import { classNames } from './class-names.ts';
import css from './reorder-list.module.css';

export interface ReorderRow {
  readonly key: number;
  readonly name: string;
}

interface ReorderListProps<T extends ReorderRow> {
  readonly label: string;
  readonly rows: readonly T[];
  /** Keys in the order somebody put them in; false: refused, the old order stands. */
  readonly onOrder: (keys: readonly number[]) => Promise<boolean>;
  readonly onRemove: (row: T) => void;
  /** What stands in a row; `steps` are its two buttons. */
  readonly children: (row: T, steps: ReactNode) => ReactNode;
}

/** `key` at this place of the order, the others as they were. */
export function movedTo(keys: readonly number[], key: number, place: number): readonly number[] {
  const others = keys.filter((each) => each !== key);
  const at = Math.max(0, Math.min(others.length, place));
  return [...others.slice(0, at), key, ...others.slice(at)];
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((key, place) => key === b[place]);

/**
 * Rows that are put in another order: by the grip with a pointer or a finger, by two buttons, or by Alt and an arrow. The
 * arrows alone go from row to row. The list, which stays where it is, holds the pointer: a row that moves would lose it.
 */
export function ReorderList<T extends ReorderRow>(props: ReorderListProps<T>) {
  const { label, rows, onOrder, onRemove, children } = props;
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
  const press = (event: KeyboardEvent<HTMLLIElement>, row: T): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (event.key === 'Delete') onRemove(row);
    else if (by === null) return;
    else if (event.altKey) step(row.key, by);
    else walk(event.currentTarget, by);
    event.preventDefault();
  };

  return (
    <>
      <ol
        ref={list}
        className={css.list}
        aria-label={label}
        onPointerMove={(event) => drag(event.clientY)}
        onPointerUp={drop}
        onPointerCancel={() => {
          setDraft(null);
          setDragged(null);
        }}
      >
        {shown.map((row) => (
          <li
            key={row.key}
            className={classNames(css.row, row.key === dragged && css.dragged)}
            onKeyDown={(event) => press(event, row)}
          >
            <span
              className={css.grip}
              aria-hidden="true"
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.preventDefault();
                list.current?.setPointerCapture(event.pointerId);
                setDragged(row.key);
              }}
            >
              ⠿
            </span>
            {children(
              row,
              <span className={css.steps}>
                <Step label={words.reorder.earlier(row.name)} sign="↑" onStep={() => step(row.key, -1)} />
                <Step label={words.reorder.later(row.name)} sign="↓" onStep={() => step(row.key, 1)} />
              </span>,
            )}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

interface StepProps {
  readonly label: string;
  readonly sign: string;
  readonly onStep: () => void;
}

const Step = ({ label, sign, onStep }: StepProps) => (
  <button type="button" className={css.step} aria-label={label} onClick={onStep}>
    <span aria-hidden="true">{sign}</span>
  </button>
);

/** To the same button of the next row. */
function walk(row: HTMLLIElement, by: 1 | -1): void {
  const next = by === 1 ? row.nextElementSibling : row.previousElementSibling;
  const place = [...row.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
  const buttons = next?.querySelectorAll('button');
  (buttons?.[place] ?? buttons?.[0])?.focus();
}
