import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** One quiet line beside the title. */
  readonly sub?: ReactNode;
  /** What stands at the right of the title. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
  /** Exactly as tall as the window; inner parts scroll by themselves. */
  readonly fill?: boolean;
  readonly className?: string | undefined;
}

/** A screen with its title: the same margins and rhythm everywhere. */
export function Screen({ title, sub, head, children, fill, className }: ScreenProps) {
  return (
    <div className={classNames(css.screen, fill && css.fill, className)}>
      <header className={css.head}>
        <h1>{title}</h1>
        {sub && <span className={css.sub}>{sub}</span>}
        {head}
      </header>
      {children}
    </div>
  );
}
