import { type ComponentProps, type ReactNode, useId } from 'react';
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
      <select className={css.input} {...rest}>
        {children}
      </select>
      {hint && <span className={css.hint}>{hint}</span>}
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
