import { useState } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { useNameHere } from '../../page/use-bars.ts';
import { useStation } from '../../page/use-page.ts';
import { EditLine } from '../../parts/edit/edit-line.tsx';
import { Banners } from '../../parts/live/banners.tsx';
import { Footer } from '../../parts/live/footer.tsx';
import { RepStrip, StripSentence } from '../../parts/live/rep-strip.tsx';
import { repViews } from '../../parts/live/rep-view.ts';
import css from '../../parts/live/station.module.css';
import { TonightLine } from '../../parts/live/tonight-line.tsx';
import { useStationActions } from '../../parts/live/use-station-actions.ts';
import { PickerDialog } from '../../parts/pickers/index.tsx';
import { type PickerName, usePicking } from '../../parts/pickers/use-picking.ts';
import { aboutSet } from '../../state/told-edit.ts';
import { Header } from './header.tsx';
import { LeftCard } from './left-card.tsx';
import { ProfileLine } from './profile-line.tsx';
import { StripTitle } from './strip-title.tsx';
import { VerdictVoice } from './verdict-voice.tsx';
import { Welcome } from './welcome.tsx';

/** The home screen. */
export default function Station() {
  const state = useStation();
  return state ? <Live state={state} /> : <p className={css.empty}>{words.connection.connecting}</p>;
}

interface Selection {
  readonly of: string;
  readonly id: number;
}

function Live({ state }: { readonly state: StationState }) {
  const picking = usePicking<PickerName>();
  const nameHere = useNameHere();
  const [selection, setSelection] = useState<Selection | null>(null);
  // A finished set shows what came of it, not the rep that was selected while it ran.
  const of = `${state.set?.number} ${state.set?.status}`;
  const selected = selection?.of === of ? selection.id : null;
  const setSelected = (id: number | null): void => setSelection(id === null ? null : { of, id });
  const actions = useStationActions(state, selected, setSelected, picking.show);
  const set_id = state.set?.set_id ?? null;
  const selectedView =
    state.set && selected !== null
      ? (repViews(state.set).find((view) => view.id === selected) ?? null)
      : null;
  return (
    <div className={css.station}>
      <h1 className="visually-hidden">{words.actionNames.station}</h1>
      <Header state={state} act={actions.open} />
      <TonightLine state={state} onOrder={actions.open.tonight} />
      <ProfileLine state={state} />
      <Banners state={state} />
      {state.phase === 'no-source' ? (
        <Welcome />
      ) : (
        <>
          <div className={css.cards}>
            <section className={css.card} aria-label={nameHere(words.station.lastRep)}>
              <LeftCard state={state} selected={selected} actions={actions} />
            </section>
            <section className={css.card} aria-label={nameHere(words.station.stripReps)}>
              <StripTitle state={state} />
              <RepStrip state={state} selected={selected} onSelect={setSelected} />
              <StripSentence state={state} selected={selectedView} onDelete={actions.deleteRep} />
            </section>
          </div>
          {set_id !== null && <EditLine about={aboutSet(set_id)} />}
          <Footer state={state} actions={actions} />
        </>
      )}
      <VerdictVoice state={state} />
      <PickerDialog picking={picking} state={state} />
    </div>
  );
}
