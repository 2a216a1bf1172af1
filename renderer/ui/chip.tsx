import type { ButtonHTMLAttributes } from 'react';
import css from './chip.module.css';
import { classNames } from './class-names.ts';

interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly on: boolean;
}

/** One of a few choices that stand side by side. */
export function Chip({ on, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      {...rest}
      className={classNames(css.chip, on && css.on, className)}
    />
  );
}
