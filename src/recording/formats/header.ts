import { parseUnit, type Unit } from './units.ts';

/** One name of a header line: as written, in plain form, and the unit it names. */
export interface ColumnName {
  readonly written: string;
  /** Lower case, without the unit and accents, words parted by one blank: `Accélération x (m/s^2)` is `acceleration x`. */
  readonly key: string;
  readonly unit: Unit | null;
}

const BRACKETS = /\s*[[({（]([^\])}）]*)[\])}）]\s*$/;
/** A unit without brackets: `ax_mps2`, `Time since start in ms`, `t/s`, `Acc X - g`, `gyro_x_deg/s`. */
const SUFFIX = /^(.*?[\p{L}\d])(?:_| in | - |\/| )([^\s_]+)$/iu;
/** Characters that nobody sees; some editors and web pages leave them in names. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/g;

/** A cell of a line of units, without brackets around it. */
export const bareUnit = (cell: string): string =>
  cell
    .trim()
    .replace(/^[[({（](.*)[\])}）]$/, '$1')
    .trim();

export function parseName(cell: string): ColumnName {
  const written = cell
    .replace(UNSEEN, '')
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2');
  const bracket = BRACKETS.exec(written);
  if (bracket !== null)
    return {
      written,
      key: plain(written.slice(0, bracket.index)),
      unit: parseUnit(bracket[1] ?? ''),
    };
  const suffix = SUFFIX.exec(written);
  const unit = suffix === null ? null : parseUnit(suffix[2] ?? '');
  return { written, key: plain(unit === null ? written : (suffix?.[1] ?? '')), unit };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s_.:/-]+/g, ' ')
    .trim();

/** The three columns of a vector, or null; x, y and z may stand in any order. */
export function findVector(
  names: readonly ColumnName[],
  isAxis: (name: ColumnName, axis: 'x' | 'y' | 'z') => boolean,
): readonly [number, number, number] | null {
  const [x = -1, y = -1, z = -1] = (['x', 'y', 'z'] as const).map((axis) =>
    names.findIndex((name) => isAxis(name, axis)),
  );
  return x < 0 || y < 0 || z < 0 ? null : [x, y, z];
}

/** The vector whose names are a stem and the axis, with or without a blank between them. */
export const findByStem = (names: readonly ColumnName[], ...stems: readonly string[]) =>
  findVector(names, ({ key }, axis) =>
    stems.some((stem) => key === `${stem} ${axis}` || key === `${stem}${axis}`),
  );

export const findName = (names: readonly ColumnName[], ...keys: readonly string[]): number =>
  names.findIndex(({ key }) => keys.includes(key));
