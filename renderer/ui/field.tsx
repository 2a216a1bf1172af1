import { type ComponentProps, type CSSProperties, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
}

/** A one-line input with its label above and, if need be, a hint below. */
export function TextField({ label, hint, ...rest }: FieldProps & ComponentProps<'input'>) {
  const id = useId();
  return (
    <label className={css.field}>
      <span className="label">{label}</span>
      <input className={css.input} autoComplete="off" aria-describedby={hint ? id : undefined} {...rest} />
      {hint && (
        <span id={id} className={css.hint}>
          {hint}
        </span>
      )}
    </label>
  );
}

export function SelectField({
  label,
  hint,
  children,
  ...rest
}: FieldProps & { readonly children: ReactNode } & ComponentProps<'select'>) {
  return (
    <label className={css.field}>
      <span className="label">{label}</span>
      <select className={classNames(css.input, css.select)} {...rest}>
        {children}
      </select>
      {hint && <span className={css.hint}>{hint}</span>}
    </label>
  );
}

interface RangeProps {
  readonly label: string;
  /** 0..1 */
  readonly value: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A share set by dragging or by the arrow keys. */
export function RangeField({ label, value, step, onChange }: RangeProps) {
  return (
    <label className={css.field}>
      <span className="label">{label}</span>
      <input
        type="range"
        className={css.range}
        style={{ '--share': `${value * 100}%` } as CSSProperties}
        min="0"
        max="1"
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}

export function Check({ checked, onChange, children, disabled }: CheckProps) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}
