import type { ComparedSet, FigureName } from '../../../src/training/compared.ts';
import { words } from '../../../src/words/index.ts';
import { formatChange, formatReading } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './compared-table.module.css';

/** How a number is shown: what it is multiplied by, its decimals, its unit. */
interface Shown {
  readonly name: Exclude<FigureName, 'reps'>;
  readonly times: number;
  readonly digits: number;
  readonly unit: string;
}

const { units } = words;
const ROWS: readonly Shown[] = [
  { name: 'best_mcv_mps', times: 1, digits: 2, unit: units.mps },
  { name: 'hold_s', times: 1, digits: 1, unit: units.s },
  { name: 'rom_m', times: 100, digits: 1, unit: units.cm },
  { name: 'power_w', times: 1, digits: 0, unit: units.w },
];

/** What the set came to, what changed since last time at this load, and the best there was. */
export function ComparedTable({ compared }: { readonly compared: ComparedSet }) {
  const { figures, last, best } = compared;
  const text = words.compared;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <td className={css.first}>{best === null && text.first}</td>
          <th scope="col">{text.now}</th>
          {last && <th scope="col">{text.since(formatDayOfMonth(last.at_epoch_ms))}</th>}
          {best && <th scope="col">{text.best}</th>}
        </tr>
      </thead>
      <tbody>
        {ROWS.filter(({ name }) => figures[name] !== null).map((row) => (
          <tr key={row.name}>
            <th scope="row">{nameOf(row, compared)}</th>
            <td className="num">
              {shown(row, figures[row.name])} <span className={css.unit}>{row.unit}</span>
            </td>
            {last && <td className="num">{change(row, figures[row.name], last[row.name])}</td>}
            {best && (
              <td className="num">
                {row.name === 'best_mcv_mps' && isRecord(row, compared) ? (
                  <PersonalBest />
                ) : (
                  shown(row, best[row.name])
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const PersonalBest = () => (
  <span className={toneClass('over')}>
    <VerdictMark mark="over" /> {words.compared.personalBest}
  </span>
);

const nameOf = ({ name }: Shown, { peak_power_w }: ComparedSet): string =>
  name === 'power_w' && peak_power_w !== null
    ? words.compared.powerAndPeak(formatReading(0)(peak_power_w))
    : words.compared.names[name];

const shown = ({ times, digits }: Shown, value: number | null): string =>
  value === null ? words.nothing : formatReading(digits)(value * times);

/** Of what is shown, so that the columns add up. */
function change({ times, digits }: Shown, now: number | null, then: number | null): string {
  if (now === null || then === null) return words.nothing;
  const rounded = (value: number): number => Number((value * times).toFixed(digits));
  return formatChange(digits)(rounded(now) - rounded(then));
}

/** Better than ever as far as it is shown: a best that looks like the one before is none. */
function isRecord({ name, times, digits }: Shown, { figures, best }: ComparedSet): boolean {
  const [now, before] = [figures[name], best?.[name] ?? null];
  if (now === null || before === null) return false;
  return Number((now * times).toFixed(digits)) > Number((before * times).toFixed(digits));
}
