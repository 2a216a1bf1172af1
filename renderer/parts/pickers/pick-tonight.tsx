import { useLayoutEffect, useRef, useState } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import type { TonightEntry } from '../../../src/contract/tonight.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { restInWords } from '../../format/rest-in-words.ts';
import { fullName } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useNow } from '../../page/use-now.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { ReorderList } from '../../ui/reorder-list.tsx';
import { useToldApart } from '../use-told-apart.ts';
import { athleteOptions } from './athlete-options.ts';
import css from './pick-tonight.module.css';
import { type TonightOrder, useTonightOrder } from './use-tonight-order.ts';

interface PickTonightProps {
  readonly state: StationState;
  readonly onClose: () => void;
}

/** Who trains tonight and in which order: put in another order, passed over, taken out and added to at any time. */
export function PickTonight({ state, onClose }: PickTonightProps) {
  const order = useTonightOrder(state);
  const [adding, setAdding] = useState(state.tonight.length === 0);
  const body = useRef<HTMLDivElement>(null);
  // what is typed or pressed next goes on where it was
  const shown = `${adding} ${adding ? order.ids.length : order.ids.length === 0}`;
  useLayoutEffect(() => {
    if (shown !== '') body.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [shown]);

  return (
    <Dialog title={words.tonight.title} wide onClose={onClose}>
      <div ref={body} className={css.body}>
        {adding ? (
          <Adding key={order.ids.length} order={order} />
        ) : (
          <Order state={state} order={order} onClose={onClose} />
        )}
      </div>
      <div className={css.buttons}>
        <Button onClick={() => setAdding(!adding)}>
          {adding ? words.tonight.toOrder : words.tonight.add}
        </Button>
      </div>
    </Dialog>
  );
}

/** One name after the other; Enter alone takes the first who is not in yet. */
function Adding({ order }: { readonly order: TonightOrder }) {
  const { ask } = usePage();
  const athletes = useAnswer('athletes:list', {}).value;
  const all = athletes ?? [];
  const names = order.ids.map((id) => all.find((athlete) => athlete.id === id)?.name ?? '');
  const add = (id: number): void => void order.change((ids) => [...ids, id]);
  const create = async (name: string): Promise<void> => {
    const athlete = await ask('athletes:create', { name, body_mass_kg: null });
    if (athlete) add(athlete.id);
  };
  return (
    <>
      <p role="status">
        {names.length === 0
          ? words.tonight.empty
          : names.map((name, place) => words.tonight.turn(place + 1, name)).join(' ')}
      </p>
      <Picker
        label={words.station.newAthlete}
        options={athleteOptions(all.filter(({ id }) => !order.ids.includes(id)))}
        chosen={null}
        onPick={add}
        {...(athletes ? { onCreate: create } : { empty: words.loading })}
      />
    </>
  );
}

interface OrderProps {
  readonly state: StationState;
  readonly order: TonightOrder;
  readonly onClose: () => void;
}

function Order({ state, order, onClose }: OrderProps) {
  const { ask } = usePage();
  const toldApart = useToldApart();
  const rows = order.ids.flatMap((key) =>
    state.tonight
      .filter(({ athlete }) => athlete.id === key)
      .map((entry) => ({ key, name: fullName(entry.athlete.name, toldApart(key)), entry })),
  );
  const bring = (athlete_id: number): void => {
    void ask('station:athlete', { athlete_id });
    onClose();
  };
  const remove = (key: number): void => void order.change((ids) => ids.filter((id) => id !== key));
  if (rows.length === 0) return <p>{words.tonight.empty}</p>;
  return (
    <>
      <ReorderList
        label={words.tonight.title}
        rows={rows}
        onOrder={(keys) => order.change(() => keys)}
        onRemove={({ key }) => remove(key)}
      >
        {({ key, name, entry }, steps) => (
          <>
            <button
              type="button"
              className={css.name}
              aria-label={words.tonight.bring(name)}
              aria-current={key === state.setup.athlete.id}
              {...(key === rows[0]?.key && { 'data-autofocus': true })}
              onClick={() => bring(key)}
            >
              {name}
            </button>
            {steps}
            <Doing entry={entry} state={state} />
            {key !== state.setup.athlete.id && (
              <Button
                kind="quiet"
                aria-pressed={entry.skips}
                onClick={() => ask('tonight:skip', { athlete_id: key, skips: !entry.skips })}
              >
                {words.tonight.skip}
              </Button>
            )}
            <Button kind="quiet" onClick={() => remove(key)}>
              {words.tonight.remove}
            </Button>
          </>
        )}
      </ReorderList>
      <p className="label">{words.tonight.hint}</p>
    </>
  );
}

/** Whose turn it is, with what, and how long the rest has lasted. */
function Doing({ entry, state }: { readonly entry: TonightEntry; readonly state: StationState }) {
  const now_ms = useNow();
  const told = [
    entry.athlete.id === state.setup.athlete.id && words.tonight.here,
    entry.next && words.tonight.next,
    entry.skips && words.tonight.skips,
    entry.load_kg !== null && formatLoad(state.units, entry.load_kg),
    restInWords(entry, now_ms),
  ];
  return <span className={css.doing}>{told.filter(Boolean).join(', ')}</span>;
}
