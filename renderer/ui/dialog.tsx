import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { words } from '../../src/words/index.ts';
import { classNames } from './class-names.ts';
import css from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Called on Escape, on a click beside it and on the close button; the owner then unmounts it. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** Why what was asked for here was refused, in words: a notice would lie behind the dialog. */
  readonly problem?: string | null | undefined;
}

/**
 * The browser's own modal dialog, open while mounted. Focus starts at the element marked
 * `data-autofocus` (else the first control) and goes back to where it was.
 */
export function Dialog({ title, children, onClose, wide, problem }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={dialog}
      className={classNames(css.dialog, wide && css.wide)}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={css.body}>
        <header className={css.head}>
          <h2>{title}</h2>
          <button type="button" className={css.close} onClick={onClose} aria-label={words.close}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M4 4l12 12M16 4L4 16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
            </svg>
          </button>
        </header>
        {children}
        {problem && <p role="alert">{problem}</p>}
      </div>
    </dialog>
  );
}
