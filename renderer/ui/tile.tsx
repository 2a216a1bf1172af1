import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './tile.module.css';

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly detail?: ReactNode;
  /** Colours the value: a verdict. */
  readonly tone?: string | undefined;
}

/** One number with what it is and what it rests on. */
export function Tile({ label, value, unit, detail, tone }: TileProps) {
  return (
    <div className={css.tile}>
      <div className="label">{label}</div>
      <div className={classNames('num', css.value, tone)}>
        {value}
        {unit && <span className={css.unit}> {unit}</span>}
      </div>
      {detail && <div className={css.detail}>{detail}</div>}
    </div>
  );
}
