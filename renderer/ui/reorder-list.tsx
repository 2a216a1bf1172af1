import type { KeyboardEvent, ReactNode } from 'react';
import { words } from '../../src/words/index.ts';
import { classNames } from './class-names.ts';
import css from './reorder-list.module.css';
import { type ReorderRow, useReorder } from './use-reorder.ts';

interface ReorderListProps<T extends ReorderRow> {
  readonly label: string;
  readonly rows: readonly T[];
  /** Keys in the order somebody put them in; false: refused, the old order stands. */
  readonly onOrder: (keys: readonly number[]) => Promise<boolean>;
  readonly onRemove: (row: T) => void;
  /** What stands in a row; `steps` are its two buttons. */
  readonly children: (row: T, steps: ReactNode) => ReactNode;
}

/**
 * Rows that are put in another order: by the grip with a pointer or a finger, by two buttons, or by Alt and an arrow. The
 * arrows alone go from row to row.
 */
export function ReorderList<T extends ReorderRow>(props: ReorderListProps<T>) {
  const { label, onRemove, children } = props;
  const { list, rows, dragged, said, ...reorder } = useReorder(props.rows, props.onOrder);
  const press = (event: KeyboardEvent<HTMLLIElement>, row: T): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (event.key === 'Delete') onRemove(row);
    else if (by === null) return;
    else if (event.altKey) reorder.step(row.key, by);
    else walk(event.currentTarget, by);
    event.preventDefault();
  };

  return (
    <>
      <ol
        ref={list}
        className={css.list}
        aria-label={label}
        onPointerMove={(event) => reorder.drag(event.clientY)}
        onPointerUp={reorder.drop}
        onPointerCancel={reorder.cancel}
      >
        {rows.map((row) => (
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
                reorder.grab(row.key, event.pointerId);
              }}
            >
              ⠿
            </span>
            {children(
              row,
              <span className={css.steps}>
                <Step
                  label={words.reorder.earlier(row.name)}
                  sign="↑"
                  onStep={() => reorder.step(row.key, -1)}
                />
                <Step
                  label={words.reorder.later(row.name)}
                  sign="↓"
                  onStep={() => reorder.step(row.key, 1)}
                />
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
