import { useState } from 'react';
import type { ImportPreview } from '../../../src/contract/importing.ts';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { words } from '../../../src/words/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import css from './import.module.css';

type Columns = NonNullable<ImportChoices['columns']>;
const AXES = ['x', 'y', 'z'] as const;
const NOT_THERE = -1;

interface ColumnMapperProps {
  readonly preview: Extract<ImportPreview, { kind: 'columns' }>;
  readonly onMap: (columns: Columns) => void;
}

/** The first column whose name ends in the axis and is not taken for something else. */
const guess = (header: readonly string[], axis: string, skip: number): number => {
  const found = header.flatMap((name, i) =>
    new RegExp(`(?:^|[^a-z])${axis}$|${axis}$`, 'i').test(name.trim()) ? [i] : [],
  );
  return found[skip] ?? NOT_THERE;
};

/** A table that no tool is known by: a person says which column is what. */
export function ColumnMapper({ preview: { header, rows, message }, onMap }: ColumnMapperProps) {
  const text = words.importing.columns;
  const [time, setTime] = useState<Columns['time']>({ column: 0, as: 't_s' });
  const [accel, setAccel] = useState<number[]>(() => AXES.map((axis) => guess(header, axis, 0)));
  const [accelUnit, setAccelUnit] = useState<Columns['accel']['unit']>('g');
  const [gyro, setGyro] = useState<number[]>(() => AXES.map((axis) => guess(header, axis, 1)));
  const [gyroUnit, setGyroUnit] = useState<NonNullable<Columns['gyro']>['unit']>('dps');
  const whole = accel.every((column) => column !== NOT_THERE);
  const turning = gyro.every((column) => column !== NOT_THERE);
  const triple = (columns: readonly number[]) =>
    [columns[0] ?? 0, columns[1] ?? 0, columns[2] ?? 0] as [number, number, number];
  const pick = (label: string, value: number, onChange: (column: number) => void) => (
    <SelectField
      key={label}
      label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      <option value={NOT_THERE}>{text.none}</option>
      {header.map((name, i) => (
        <option key={i} value={i}>
          {name}
        </option>
      ))}
    </SelectField>
  );
  const unit = <K extends string>(
    label: string,
    names: Readonly<Record<K, string>>,
    value: K,
    onChange: (unit: K) => void,
  ) => (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value as K)}>
      {(Object.keys(names) as K[]).map((name) => (
        <option key={name} value={name}>
          {names[name]}
        </option>
      ))}
    </SelectField>
  );
  return (
    <>
      <p>{text.text}</p>
      <p className={css.hint}>{message}</p>
      <div className={css.table}>
        <table>
          <thead>
            <tr>
              {header.map((name, i) => (
                <th key={i}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.fields}>
        {pick(text.time, time.column, (column) => setTime({ ...time, column }))}
        {unit(text.timeUnit, text.times, time.as, (as) => setTime({ ...time, as }))}
        {AXES.map((axis, k) =>
          pick(text.accel(axis), accel[k] ?? NOT_THERE, (column) => setAccel(accel.with(k, column))),
        )}
        {unit(text.accelUnit, text.accels, accelUnit, setAccelUnit)}
        {AXES.map((axis, k) =>
          pick(text.gyro(axis), gyro[k] ?? NOT_THERE, (column) => setGyro(gyro.with(k, column))),
        )}
        {unit(text.gyroUnit, text.rates, gyroUnit, setGyroUnit)}
      </div>
      <div className={css.row}>
        <Button
          kind="primary"
          disabled={!whole || time.column === NOT_THERE}
          onClick={() =>
            onMap({
              time,
              accel: { columns: triple(accel), unit: accelUnit },
              gyro: turning ? { columns: triple(gyro), unit: gyroUnit } : null,
            })
          }
        >
          {text.look}
        </Button>
      </div>
    </>
  );
}
