import type { ReactNode } from 'react';
import { TraceCanvas } from '../trace/trace-canvas.tsx';
import css from './ready.module.css';

interface ReadyProps {
  readonly title: string;
  readonly detail: string;
  /** What matters before the first rep. */
  readonly children?: ReactNode;
}

/** The station waits for the first rep: one word to be read from 3 m, and the bar, live. */
export function Ready({ title, detail, children }: ReadyProps) {
  return (
    <>
      <div>
        <p className={css.title}>{title}</p>
        {detail && <p className={css.detail}>{detail}</p>}
        {children}
      </div>
      <TraceCanvas />
    </>
  );
}
