import type { ComponentProps, ReactNode } from 'react';
import css from './button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

interface ButtonProps extends ComponentProps<'button'> {
  readonly children: ReactNode;
  /** `primary`: the one thing to do here. `quiet`: chrome. `danger`: takes something away. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Key hint, as in the keyboard map. */
  readonly hint?: string;
  readonly large?: boolean;
}

export function Button({ children, kind = 'plain', hint, large, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-keyshortcuts={hint}
      className={classNames(css.button, css[kind], large && css.large, className)}
    >
      {children}
      {hint && (
        <span aria-hidden="true">
          <Kbd name={hint} />
        </span>
      )}
    </button>
  );
}
