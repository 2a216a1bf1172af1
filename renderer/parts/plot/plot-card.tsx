import { type ReactNode, useRef } from 'react';
import { words } from '../../../src/words/index.ts';
import { Card } from '../../ui/card.tsx';
import css from './plot-card.module.css';
import { PLOT_KINDS, savePlot } from './plot-file.ts';

interface PlotCardProps {
  readonly title: string;
  /** What is measured, with its unit: beside the title, and in a saved file. */
  readonly detail: string;
  /** Choices at the right of the title. */
  readonly head?: ReactNode;
  /** There is nothing to draw: nothing to take away either. */
  readonly empty?: boolean;
  readonly children: ReactNode;
}

/** A card with one plot, the first drawing in `data-plot`, that can be taken away as a file. */
export function PlotCard({ title, detail, head, empty = false, children }: PlotCardProps) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Card className={css.card} aria-label={title}>
      <header className={css.head}>
        <h2>{title}</h2>
        <span className="label">{detail}</span>
        {head}
        <span className={css.files}>
          {(empty ? [] : PLOT_KINDS).map((kind) => (
            <button
              key={kind}
              type="button"
              className={css.file}
              aria-label={words.plots.save(title, kind.toUpperCase())}
              onClick={() => {
                const svg = body.current?.querySelector<SVGSVGElement>('[data-plot] svg');
                if (svg) savePlot(svg, title, detail, kind);
              }}
            >
              {kind.toUpperCase()}
            </button>
          ))}
        </span>
      </header>
      <div ref={body} className={css.body}>
        {children}
      </div>
    </Card>
  );
}
