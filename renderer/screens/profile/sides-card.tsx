import type { Athlete, Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatLift,
  formatLoad,
  formatRatio,
  formatSignedPercent,
  formatVelocity,
} from '../../format/format.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { Card } from '../../ui/card.tsx';
import css from './profile.module.css';
import { compareSides, SETS_PER_SIDE, type SideComparison, type SideMeans } from './sides.ts';

const LOOK_BACK_SETS = 500;
/** Smaller differences between the sides are called alike, %; chosen here as what two sets of one side differ by. */
const ALIKE_PERCENT = 3;

/** One-legged work: left beside right, in the same units, with the difference in words. */
export function SidesCard({ athlete, units }: { readonly athlete: Athlete; readonly units: Units }) {
  const rows = useAnswer('sets:list', { athlete_id: athlete.id, limit: LOOK_BACK_SETS }).value;
  if (!rows) return null;
  const real = rows.filter((row) => athlete.simulated || !row.simulated);
  const comparisons = compareSides(real);
  const text = words.profile;
  return (
    <Card className={css.card} aria-label={text.sides}>
      <h2>{text.sides}</h2>
      <p>{comparisons.length === 0 ? text.noSides : text.sidesText(SETS_PER_SIDE)}</p>
      <div className={css.comparisons}>
        {comparisons.map((comparison) => (
          <Comparison
            key={`${comparison.lift} ${comparison.variation}`}
            comparison={comparison}
            units={units}
          />
        ))}
      </div>
    </Card>
  );
}

interface Measure {
  readonly name: string;
  readonly of: (side: SideMeans) => number | null;
  readonly format: (value: number | null) => string;
  /** Shares are compared as they stand: a percentage of a percentage tells nobody anything. */
  readonly share?: boolean;
}

const MEASURES: readonly Measure[] = [
  { name: words.profile.mcv, of: ({ mcv_mps }) => mcv_mps, format: formatVelocity },
  { name: words.profile.hold, of: ({ hold_s }) => hold_s, format: formatVelocity },
  { name: words.profile.holdsMet, of: (side) => side.holds_met_share, format: formatRatio, share: true },
  { name: words.profile.halfReps, of: ({ half_share }) => half_share, format: formatRatio, share: true },
];

function Comparison({ comparison, units }: { readonly comparison: SideComparison; readonly units: Units }) {
  const { lift, variation, left, right } = comparison;
  const text = words.profile;
  return (
    <section aria-label={formatLift(lift, variation)}>
      <h3>{formatLift(lift, variation)}</h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{text.measure}</th>
            <th scope="col" className={css.number}>
              {text.left}
            </th>
            <th scope="col" className={css.number}>
              {text.right}
            </th>
            <th scope="col" className={css.number}>
              {text.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure.name}>
              <th scope="row">{measure.name}</th>
              <td className={`num ${css.number} ${css.big}`}>{measure.format(measure.of(left))}</td>
              <td className={`num ${css.number} ${css.big}`}>{measure.format(measure.of(right))}</td>
              <td className={css.number}>
                {difference(measure.of(left), measure.of(right), measure.share ?? false)}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text.setsCount}</th>
            <td className={css.number}>{sample(left, units)}</td>
            <td className={css.number}>{sample(right, units)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const sample = ({ sets, load_kg }: SideMeans, units: Units): string =>
  [words.sets(sets), load_kg !== null && formatLoad(units, load_kg)].filter(Boolean).join(', ');

function difference(left: number | null, right: number | null, share: boolean): string {
  if (left === null || right === null || (!share && right === 0)) return words.nothing;
  const percent = share ? (left - right) * 100 : (left / right - 1) * 100;
  return Math.abs(percent) < ALIKE_PERCENT ? words.profile.equal : formatSignedPercent(percent);
}
