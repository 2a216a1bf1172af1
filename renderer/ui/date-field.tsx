import css from './date-field.module.css';

interface DateFieldProps {
  readonly label: string;
  /** `2026-11-30`, or '' while it is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, with its label before it. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className={css.field}>
      <span className="label">{label}</span>
      <input
        type="date"
        className={css.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
