import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { SetDetail } from '../../../src/contract/sets.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayTime } from '../../format/moments.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useActions, useStation } from '../../page/use-page.ts';
import { EditLine } from '../../parts/edit/edit-line.tsx';
import { usePicking } from '../../parts/pickers/use-picking.ts';
import { aboutSet } from '../../state/told-edit.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ChangesCard, MeasuredCard, NoteCard } from './details.tsx';
import { type LabelName, Labels, nextSide } from './labels.tsx';
import { NotCounted } from './not-counted.tsx';
import { Pickers, type Picking } from './pickers.tsx';
import { RepTable } from './rep-table.tsx';
import { ReplayedLine } from './replayed-line.tsx';
import css from './review.module.css';
import { SetTiles } from './tiles.tsx';
import { TraceCard } from './trace-card.tsx';
import { useEdits } from './use-edits.ts';
import { useNeighbours } from './use-neighbours.ts';

/** One stored set: its trace, its reps, what it is labelled with and where its numbers come from. */
export default function Review() {
  const id = Number(useParams<{ id: string }>().id);
  const [, go] = useLocation();
  const state = useStation();
  const {
    value: detail,
    asking,
    put,
  } = useAnswer('sets:get', Number.isInteger(id) && id > 0 ? { id } : null);
  if (detail && state) return <StoredSet key={id} detail={detail} state={state} put={put} />;
  if (asking || !state) return <p className={css.loading}>{words.loading}</p>;
  return (
    <Screen title={words.review.table}>
      <Empty title={words.review.missing} text={words.review.missingText}>
        <Button kind="primary" large onClick={() => go('/history')}>
          {words.review.toHistory}
        </Button>
      </Empty>
    </Screen>
  );
}

interface StoredSetProps {
  readonly detail: SetDetail;
  readonly state: StationState;
  readonly put: (detail: SetDetail) => void;
}

function StoredSet({ detail, state, put }: StoredSetProps) {
  const { row, reps } = detail;
  const [, go] = useLocation();
  const [selected, setSelected] = useState<number | null>(null);
  const picking = usePicking<Picking>();
  const edits = useEdits(detail, put);
  const { earlier, later } = useNeighbours(row);

  const step = (by: 1 | -1): void => {
    const at = reps.findIndex(({ id }) => id === selected);
    const next = at === -1 ? (by === 1 ? 0 : reps.length - 1) : at + by;
    setSelected(reps[Math.max(0, Math.min(reps.length - 1, next))]?.id ?? null);
  };
  const toggle = (): void => {
    if (selected !== null) edits.toggleRep(selected);
  };
  const change: Record<LabelName, () => void> = {
    athlete: () => picking.show('athlete'),
    date: () => picking.show('date'),
    lift: () => picking.show('lift'),
    load: () => picking.show('load'),
    side: () => edits.update({ side: nextSide(row.side) }),
    warmUp: () => edits.update({ kind: row.kind === 'work' ? 'warm-up' : 'work' }),
  };
  const open = (id: number | null) => () => id !== null && go(`/review/${id}`);
  const { date: _byPress, ...byKey } = change;
  useActions({
    ...byKey,
    previousRep: () => step(-1),
    nextRep: () => step(1),
    deleteRep: toggle,
    previousSet: open(earlier),
    nextSet: open(later),
  });

  const marked = detail.from_live
    ? words.review.fromLive
    : words.says.set.corrected(detail.live_reps, reps.length);
  return (
    <Screen
      title={words.review.title(formatDayTime(row.started_epoch_ms))}
      sub={
        <span className={css.badges}>
          {row.simulated && <span className={css.simulated}>{words.review.simulated}</span>}
          {row.replayed && <span className={css.replay}>{words.badges.replayed}</span>}
          {row.interrupted && <span className={css.interrupted}>{words.review.interrupted}</span>}
          {marked && <span className={css.interrupted}>{marked}</span>}
        </span>
      }
      head={
        <span className={css.neighbours}>
          <Button hint={KEYMAP.previousSet.keys[0]} disabled={earlier === null} onClick={open(earlier)}>
            {words.review.before}
          </Button>
          <Button hint={KEYMAP.nextSet.keys[0]} disabled={later === null} onClick={open(later)}>
            {words.review.after}
          </Button>
        </span>
      }
    >
      <Labels detail={detail} units={state.units} change={change} />
      <ReplayedLine row={row} onChange={edits.update} />
      <EditLine about={aboutSet(row.id)} />
      <SetTiles detail={detail} />
      <TraceCard detail={detail} selected={selected} onSelect={setSelected} />
      <RepTable
        detail={detail}
        selected={selected}
        onSelect={setSelected}
        onToggle={toggle}
        onCorrect={edits.correct}
      />
      <NotCounted detail={detail} edits={edits} />
      <div className={css.bottom}>
        <MeasuredCard
          detail={detail}
          onReanalyse={edits.reanalyse}
          onReplay={edits.replay}
          onDelete={edits.deleteSet}
        />
        <NoteCard key={row.note} detail={detail} onSave={edits.update} />
        <ChangesCard detail={detail} />
      </div>
      <Pickers picking={picking} detail={detail} state={state} onPick={edits.tryUpdate} />
    </Screen>
  );
}
