import type { CSSProperties } from 'react';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { RepColumn, RepPlace } from './rep-column.tsx';
import css from './rep-strip.module.css';
import { ghostHeights, REFERENCE_SHARE, type RepView, repViews } from './rep-view.ts';

/** Columns there is room for at 1280 pixels; the earlier reps of a longer set make way. */
const MAX_COLUMNS = 16;
/** From here on columns are too narrow for words; the shapes and the sentence below remain. */
const NARROW_FROM = 10;
/** An open-ended set shows this many places to begin with. */
const OPEN_PLACES = 8;

interface RepStripProps {
  readonly state: StationState;
  readonly selected: number | null;
  /** null on a read-out. */
  readonly onSelect: ((id: number | null) => void) | null;
}

/** One mark per rep: height is range against the reference, colour and shape the verdict. */
export function RepStrip({ state, selected, onSelect }: RepStripProps) {
  const set = state.set;
  const setup = set?.setup ?? state.setup;
  const last = set?.status === 'finished' ? [] : (state.last_time?.ghosts ?? []);
  const views = set ? repViews(set, last) : [];
  const ghosts = ghostHeights(state);
  const hidden = Math.max(0, views.length - MAX_COLUMNS);
  const shown = views.slice(hidden);
  const places = Math.min(MAX_COLUMNS, Math.max(setup.goal.reps ?? OPEN_PLACES, shown.length));
  const empty = Array.from({ length: places - shown.length }, (_, i) => hidden + shown.length + i + 1);
  const hasReference = setup.reference !== null;
  return (
    <div className={css.area}>
      {hidden > 0 && <p className="label">{words.station.earlier(hidden)}</p>}
      <div
        className={classNames(css.strip, places >= NARROW_FROM && css.narrow, hasReference && css.referenced)}
        style={{ '--reference-at': `${REFERENCE_SHARE * 100}%` } as CSSProperties}
      >
        {shown.map((view) => (
          <RepColumn
            key={view.key}
            view={view}
            ghost={ghosts[(view.place ?? 0) - 1] ?? null}
            selected={view.id !== null && view.id === selected}
            onSelect={onSelect && (() => onSelect(view.id === selected ? null : view.id))}
          />
        ))}
        {empty.map((place) => (
          <RepPlace
            key={`place-${place}`}
            index={place}
            ghost={ghosts[place - 1] ?? null}
            velocity_mps={last[place - 1]?.mcv_mps ?? null}
          />
        ))}
      </div>
    </div>
  );
}

/** What is said below the strip: about the selected rep, else what went wrong (or right) last. */
export function StripSentence({
  state,
  selected,
  onDelete,
}: {
  readonly state: StationState;
  readonly selected: RepView | null;
  /** Takes the selected rep away, or brings it back; null on a read-out. */
  readonly onDelete: (() => void) | null;
}) {
  const { set } = state;
  if (!selected && set?.status === 'finished') return <SelectHint />;
  const tone = selected ? selected.tone : (set?.remark?.tone ?? 'plain');
  const text = selected ? selected.spoken : set?.remark?.text;
  return (
    <p className={classNames(css.say, toneClass(tone), selected && css.long)}>
      {text && (
        <>
          <VerdictMark mark={tone} className={css.sayMark ?? ''} />
          <span className={css.text}>{text}</span>
        </>
      )}
      {selected && onDelete && (
        <Button className={css.delete} hint={KEYMAP.deleteRep.keys[0]} onClick={onDelete}>
          {selected.deleted ? words.station.restore : words.station.delete}
        </Button>
      )}
    </p>
  );
}

/** After the set its sentence stands beside the numbers; here is what the arrows do. */
function SelectHint() {
  return (
    <p className={classNames(css.say, css.hint)}>
      <Kbd name={KEYMAP.previousRep.keys[0]} />
      <Kbd name={KEYMAP.nextRep.keys[0]} />
      <span className="label">{words.station.selectHint}</span>
    </p>
  );
}
