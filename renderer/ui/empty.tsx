import type { ReactNode } from 'react';
import css from './empty.module.css';

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  /** The way on: buttons. */
  readonly children?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div className={css.empty}>
      <svg className={css.picture} viewBox="0 0 120 48" aria-hidden="true">
        <path
          d="M4 40c14 0 14-32 28-32h10c12 0 12 32 24 32s12-32 24-32h8"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path d="M4 8h112" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 6" opacity="0.7" />
      </svg>
      <h2>{title}</h2>
      <p>{text}</p>
      <div className={css.buttons}>{children}</div>
    </div>
  );
}
