import type { ImportedSet } from '../../../../src/contract/imports.ts';
import type { LiftId, Units } from '../../../../src/contract/setup.ts';
import { words } from '../../../../src/words/index.ts';
import { formatLoad, formatVelocity } from '../../../format/format.ts';
import { useAnswer } from '../../../page/use-answer.ts';
import { Card } from '../../../ui/card.tsx';
import css from './others-card.module.css';

/** Sets of a long history that are listed; all of them are in the export. */
const SHOWN = 30;

interface OthersCardProps {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly units: Units;
}

/** What other instruments and apps say of the same athlete and lift, apart from everything Lockout measured. */
export function OthersCard({ athlete_id, lift, units }: OthersCardProps) {
  const sets = useAnswer('import:sets', { athlete_id, lift }).value;
  if (sets === null || sets.length === 0) return null;
  const text = words.importing;
  return (
    <Card title={text.others}>
      <p className={css.hint}>{text.othersText}</p>
      <ul className={css.list}>
        {sets.slice(0, SHOWN).map((set) => (
          <li key={set.id}>
            <span>{[set.day, set.time?.slice(0, 5)].filter(Boolean).join(' ')}</span>
            <span>{set.instrument}</span>
            <span>{formatLoad(units, set.load_kg)}</span>
            <span>{words.reps(set.reps)}</span>
            <span>{speedsOf(set)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const speedsOf = ({ measured }: ImportedSet): string => {
  const speeds = measured.flatMap(({ mcv_mps }) => (mcv_mps === null ? [] : [formatVelocity(mcv_mps)]));
  return speeds.length === 0 ? '' : `${speeds.join(' ')} ${words.units.mps}`;
};
