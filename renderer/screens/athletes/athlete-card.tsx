import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SetRow } from '../../../src/contract/sets.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift, formatLoad, formatVelocity, formatWhole } from '../../format/format.ts';
import { formatDayOfMonth, formatDayTime } from '../../format/moments.ts';
import { fullName } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage } from '../../page/use-page.ts';
import { EditLine } from '../../parts/edit/edit-line.tsx';
import { useAthleteEdits } from '../../parts/edit/use-athlete-edits.ts';
import { ExportButton } from '../../parts/export-button.tsx';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { aboutAthlete } from '../../state/told-edit.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Alike } from './alike.tsx';
import { AthleteDialog } from './athlete-dialog.tsx';
import css from './athletes.module.css';
import { CardHead } from './card-head.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { RangesList } from './ranges-list.tsx';

/** Sets up to which an athlete's are counted exactly: chosen here, some years of training, and quick to fetch. */
const COUNTED_SETS = 500;
/** Sets listed on the card: chosen here, as many as fit beside a lifter's ranges. */
const RECENT_SETS = 6;

interface AthleteCardProps {
  readonly athlete: Athlete;
  /** Lifts at the station now. */
  readonly here: boolean;
  readonly state: StationState;
}

export function AthleteCard({ athlete, here, state }: AthleteCardProps) {
  const { ask } = usePage();
  const toldApart = useToldApart();
  const edits = useAthleteEdits(athlete);
  const [, go] = useLocation();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const sets = useAnswer('sets:list', { athlete_id: athlete.id, limit: COUNTED_SETS }).value ?? [];
  const reps = sets.reduce((sum, row) => sum + row.summary.reps, 0);
  const atLeast = (n: number): string =>
    sets.length === COUNTED_SETS ? words.athletes.atLeast(formatWhole(n)) : formatWhole(n);
  const text = words.athletes;
  const choose = async (then: string): Promise<void> => {
    if (here || (await ask('station:athlete', { athlete_id: athlete.id }))) go(then);
  };
  const [last] = sets;

  return (
    <Card className={css.card} aria-label={fullName(athlete.name, toldApart(athlete.id))}>
      <CardHead
        {...{ athlete, here, state }}
        onUse={() => choose('/')}
        onEdit={() => setDialog('edit')}
        onArchive={edits.archive}
      />
      <EditLine about={aboutAthlete(athlete.id)} />
      {athlete.simulated && <p className={css.note}>{text.simulatedText}</p>}
      {athlete.archived && <p className={css.note}>{text.archivedText}</p>}
      <Alike athlete={athlete} />
      <About athlete={athlete} />
      <div className={css.tiles}>
        <Tile label={text.sets} value={atLeast(sets.length)} />
        <Tile label={text.reps} value={atLeast(reps)} />
        <Tile label={text.lastSet} value={last ? formatDayOfMonth(last.started_epoch_ms) : words.nothing} />
        <Tile
          label={text.bodyMassShort}
          value={
            athlete.body_mass_kg === null ? words.nothing : formatLoad(state.units, athlete.body_mass_kg)
          }
        />
      </div>
      <div className={css.parts}>
        <section aria-label={text.ranges}>
          <h3>{text.ranges}</h3>
          <RangesList athlete_id={athlete.id} />
        </section>
        <section aria-label={text.recent}>
          <h3>{text.recent}</h3>
          {sets.length === 0 ? (
            <p className={css.note}>{text.never}</p>
          ) : (
            <ul className={css.recent}>
              {sets.slice(0, RECENT_SETS).map((row) => (
                <Recent key={row.id} row={row} state={state} />
              ))}
            </ul>
          )}
        </section>
      </div>
      <div className={css.actions}>
        {!athlete.archived && <Button onClick={() => choose('/profile')}>{text.profile}</Button>}
        {last && (
          <Button onClick={() => go(`/history/${athlete.id}/${last.lift}/${last.variation}`)}>
            {text.history}
          </Button>
        )}
        <ExportButton
          choices={{ format: 'csv', table: 'reps', athlete_id: athlete.id }}
          disabled={sets.length === 0}
        >
          {words.exporting.reps}
        </ExportButton>
        <span className={css.grow} />
        {!athlete.archived && <Button onClick={() => edits.archive(true)}>{text.archive}</Button>}
        <Button kind="danger" onClick={() => setDialog('delete')}>
          {text.delete}
        </Button>
      </div>
      {dialog === 'edit' && (
        <AthleteDialog
          athlete={athlete}
          units={state.units}
          onSave={edits.update}
          onDone={() => setDialog(null)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'delete' && (
        <DeleteDialog athlete={athlete} what={whatGoes(sets.length, reps)} onClose={() => setDialog(null)} />
      )}
    </Card>
  );
}

/** Group, birth year and note, where somebody typed them. */
function About({ athlete: { group, birth_year, note } }: { readonly athlete: Athlete }) {
  const facts = [group, birth_year === null ? '' : words.athletes.bornIn(birth_year), note];
  const told = facts.filter((fact) => fact !== '').join(' · ');
  return told === '' ? null : <p className={css.note}>{told}</p>;
}

/** What is deleted with an athlete, in words. */
function whatGoes(sets: number, reps: number): string {
  const text = words.athletes;
  if (sets === 0) return text.deleteNothing;
  const counted = words.sets(sets);
  return text.deleteWhat(sets === COUNTED_SETS ? text.atLeast(counted) : counted, words.reps(reps));
}

const Recent = ({ row, state }: { readonly row: SetRow; readonly state: StationState }) => (
  <li>
    <Link href={`/review/${row.id}`}>{formatDayTime(row.started_epoch_ms)}</Link>
    <span>{formatLift(row.lift, row.variation)}</span>
    <span className={css.right}>{formatLoad(state.units, row.load_kg)}</span>
    <span className={css.right}>
      {formatVelocity(row.summary.mean_mcv_mps)} {words.units.mps}
    </span>
  </li>
);
