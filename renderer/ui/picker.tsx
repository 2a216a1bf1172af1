import { useEffect, useId, useRef, useState } from 'react';
import { fold } from '../../src/words/fold.ts';
import { words } from '../../src/words/index.ts';
import { classNames } from './class-names.ts';
import { matchingOptions, type Option } from './matching.ts';
import css from './picker.module.css';

interface PickerProps<T> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly chosen: string | null;
  readonly onPick: (value: T) => void;
  /** Offered when what was typed names nothing there is. */
  readonly onCreate?: (name: string) => void;
  /** Said instead of a list when it is empty. */
  readonly empty?: string;
}

/** A list that narrows while typing; arrows move, Enter takes. */
export function Picker<T>({ label, options, chosen, onPick, onCreate, empty }: PickerProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const matching = matchingOptions(options, typed);
  const name = typed.trim();
  const exact = options.some((option) => fold(option.label) === fold(name));
  const canCreate = onCreate !== undefined && name !== '' && !exact;
  const count = matching.length + (canCreate ? 1 : 0);
  const chosenAt = matching.findIndex((option) => option.key === chosen);
  const active = Math.min(at ?? (typed === '' ? Math.max(0, chosenAt) : 0), count - 1);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const take = (index: number): void => {
    const option = matching[index];
    if (option) onPick(option.value);
    else if (canCreate && index === matching.length) onCreate(name);
  };

  return (
    <div className={css.picker}>
      <input
        className={css.input}
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(null);
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
          if (step) setAt(Math.max(0, Math.min(count - 1, active + step)));
          else if (event.key === 'Enter') take(active);
          else return;
          event.preventDefault();
        }}
      />
      <div ref={list} className={css.list} role="listbox" id={`${id}-list`} aria-label={label}>
        {matching.map((option, index) => (
          // The keyboard works in the field above; these are for the mouse.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            title={option.note}
            className={classNames(css.option, index === active && css.active)}
            onClick={() => take(index)}
          >
            <span>{option.label}</span>
            {option.detail && <span className={css.detail}>{option.detail}</span>}
          </div>
        ))}
        {canCreate && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            id={`${id}-${matching.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={active === matching.length}
            className={classNames(css.option, css.create, active === matching.length && css.active)}
            onClick={() => take(matching.length)}
          >
            {words.picker.create(name)}
          </div>
        )}
      </div>
      {count > 0 && options.some((option) => option.note) && (
        <p className={css.note}>{matching[active]?.note}</p>
      )}
      {count === 0 && <p className={css.none}>{empty ?? words.picker.none}</p>}
    </div>
  );
}
