import { useLocation } from 'wouter';
import type { AthleteReference } from '../../../src/contract/sets.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatCentimetres, formatLift, formatSeconds } from '../../format/format.ts';
import { formatDay } from '../../format/moments.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import css from './profile.module.css';

interface RangesTableProps {
  readonly ranges: readonly AthleteReference[];
  readonly athlete: Athlete;
}

/** One line per range; calibrating again sets the station to it first. */
export function RangesTable({ ranges, athlete }: RangesTableProps) {
  const text = words.profile;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{text.lift}</th>
          <th scope="col">{text.bench}</th>
          <th scope="col">{text.side}</th>
          <th scope="col" className={css.number}>
            {text.range}
          </th>
          <th scope="col" className={css.number}>
            {text.lockout}
          </th>
          <th scope="col">{text.steadiness}</th>
          <th scope="col">{text.origin}</th>
          <th scope="col">{text.date}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {ranges.map((range) => (
          <RangeRow
            key={`${range.lift} ${range.variation} ${range.bench} ${range.side}`}
            range={range}
            athlete={athlete}
          />
        ))}
      </tbody>
    </table>
  );
}

function RangeRow({ range, athlete }: { readonly range: AthleteReference; readonly athlete: Athlete }) {
  const { ask } = usePage();
  const [, go] = useLocation();
  const { lift, variation, bench, side, reference, made_epoch_ms } = range;
  const text = words.profile;
  const calibrate = async (): Promise<void> => {
    const set =
      (await ask('station:athlete', { athlete_id: athlete.id })) &&
      (await ask('station:lift', { lift, variation, bench })) &&
      (await ask('station:side', { side }));
    if (set) go('/calibrate');
  };
  return (
    <tr>
      <th scope="row">{formatLift(lift, variation)}</th>
      <td>{bench || text.usual}</td>
      <td>{side ? words.sides[side] : text.both}</td>
      <td className={css.number}>
        <span className={`num ${css.big}`}>{formatCentimetres(reference.rom_m)}</span>{' '}
        <span className={css.give}>{text.give(formatSeconds(reference.rom_sigma_m * 100))}</span>
      </td>
      <td className={css.number}>{formatCentimetres(reference.lockout_height_m)}</td>
      <td>
        {reference.steadiness
          ? words.calibration.steadinessOf(
              formatSeconds(reference.steadiness.tilt_deg),
              formatSeconds(reference.steadiness.sway_m * 100),
            )
          : words.nothing}
      </td>
      <td>{words.calibration.origin[reference.origin]}</td>
      <td>{made_epoch_ms === null ? text.moves : formatDay(made_epoch_ms)}</td>
      <td className={css.number}>
        <Button onClick={calibrate}>
          {reference.origin === 'calibration' ? text.recalibrate : text.calibrate}
        </Button>
      </td>
    </tr>
  );
}
