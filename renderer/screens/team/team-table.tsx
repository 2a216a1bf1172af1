import type { Units } from '../../../src/contract/setup.ts';
import type { TeamRow } from '../../../src/contract/team.ts';
import type { ShareOf } from '../../../src/training/next/work.ts';
import type { TeamFlag } from '../../../src/training/team.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatLift,
  formatLoad,
  formatRatio,
  formatSignedVelocity,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';
import { fullName } from '../../format/told-apart.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { toneClass } from '../../ui/tone.ts';
import { type Mark, VerdictMark } from '../../ui/verdict-mark.tsx';
import { Sparkline } from './sparkline.tsx';
import css from './team.module.css';

export function TeamTable({ rows, units }: { readonly rows: readonly TeamRow[]; readonly units: Units }) {
  const toldApart = useToldApart();
  return (
    <div className={css.wide}>
      <table className={css.table}>
        <ColumnHeads columns={words.team.columns} />
        <tbody>
          {rows.map((row) => (
            <Row key={row.athlete.id} row={row} units={units} apart={toldApart(row.athlete.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TeamRow;
  readonly units: Units;
  /** What tells the athlete from another of the same name. */
  readonly apart: string;
}

function Row({ row, units, apart }: RowProps) {
  const text = words.team;
  const { columns } = text;
  const { athlete, subject, usual_kg, speeds, flags } = row;
  const latest = speeds.at(-1);
  const lift = [
    apart,
    formatLift(subject.lift, subject.variation),
    subject.side && words.sides[subject.side],
  ];
  return (
    <tr>
      <th scope="row">
        <a
          href={`#/history/${athlete.id}/${subject.lift}/${subject.variation}`}
          aria-label={text.open(fullName(athlete.name, apart))}
        >
          {athlete.name}
        </a>
        <span className={css.lift}>{lift.filter(Boolean).join(', ')}</span>
      </th>
      <td className={css.why} data-column={columns.why}>
        {flags.length === 0 ? (
          words.nothing
        ) : (
          <ul>
            {flags.map((flag) => (
              <li key={flag.kind} className={toneClass(MARKS[flag.kind])}>
                <VerdictMark mark={MARKS[flag.kind]} />
                <span>{flagInWords(flag)}</span>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-column={columns.speed}>
        <span className={css.speed}>
          <Sparkline speeds={speeds} />
          {latest && usual_kg !== null
            ? text.at(formatVelocity(latest.mcv_mps), formatLoad(units, usual_kg))
            : words.nothing}
        </span>
      </td>
      <td data-column={columns.last}>{formatDayOfMonth(row.last_epoch_ms)}</td>
      <td data-column={columns.half}>{shareInWords(row.half)}</td>
      <td data-column={columns.holds}>{shareInWords(row.holds)}</td>
      <td data-column={columns.drops}>{shareInWords(row.drops)}</td>
    </tr>
  );
}

const MARKS: Readonly<Record<TeamFlag['kind'], Mark>> = {
  away: 'warning',
  slower: 'warning',
  drops: 'dropped',
  'half-reps': 'partial',
  holds: 'missed',
};

const shareInWords = ({ bad, of }: ShareOf): string =>
  of === 0 ? words.nothing : words.team.share(formatRatio(bad / of), formatWhole(of));

function flagInWords(flag: TeamFlag): string {
  const text = words.team;
  if (flag.kind === 'away') return text.away(flag.days);
  if (flag.kind === 'slower')
    return text.slower(
      formatVelocity(flag.a),
      formatVelocity(flag.b),
      formatSignedVelocity(flag.low),
      formatSignedVelocity(flag.high),
    );
  const said = { drops: text.drops, 'half-reps': text.halfReps, holds: text.holds }[flag.kind];
  return said(formatWhole(flag.bad), formatWhole(flag.of));
}
