import { TraceCanvas } from '../trace/trace-canvas.tsx';
import css from './ready.module.css';

/** The station waits for the first rep: one word to be read from 3 m, and the bar, live. */
export function Ready({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <>
      <div>
        <p className={css.title}>{title}</p>
        <p className={css.detail}>{detail}</p>
      </div>
      <TraceCanvas />
    </>
  );
}
