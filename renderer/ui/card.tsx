import type { HTMLAttributes, ReactNode } from 'react';
import css from './card.module.css';
import { classNames } from './class-names.ts';

interface CardProps extends HTMLAttributes<HTMLElement> {
  readonly children: ReactNode;
  /** Names the section; give `aria-label` instead where no title is shown. */
  readonly title?: string;
}

export function Card({ children, title, className, ...rest }: CardProps) {
  return (
    <section aria-label={title} {...rest} className={classNames(css.card, className)}>
      {title && <h2 className={css.title}>{title}</h2>}
      {children}
    </section>
  );
}
