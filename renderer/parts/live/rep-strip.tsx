import { type CSSProperties, useEffect, useRef } from 'react';
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

/** Columns in sight at 1280 pixels; a longer set scrolls. */
const MAX_COLUMNS = 16;
/** From here on columns are too narrow for words; the shapes and the sentence below remain. */
const NARROW_FROM = 10;
/** Room around a column for the outline of the selected one: the strip's padding. */
const OUTLINE_PX = 4;
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
  const places = Math.max(Math.min(MAX_COLUMNS, setup.goal.reps ?? OPEN_PLACES), views.length);
  const empty = Array.from({ length: places - views.length }, (_, i) => views.length + i + 1);
  const hasReference = setup.reference !== null;
  const strip = useRef<HTMLDivElement>(null);
  const looked_at = selected === null ? views.length - 1 : views.findIndex(({ id }) => id === selected);
  useEffect(() => {
    const column = strip.current?.children[looked_at];
    if (column instanceof HTMLElement) showWithin(strip.current as HTMLElement, column);
  }, [looked_at]);
  return (
    <div className={css.area}>
      <div
        ref={strip}
        className={classNames(css.strip, places >= NARROW_FROM && css.narrow, hasReference && css.referenced)}
        style={{ '--reference-at': `${REFERENCE_SHARE * 100}%` } as CSSProperties}
      >
        {views.map((view) => (
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

/** Scrolls the strip alone, and only where the column is out of sight. */
function showWithin(strip: HTMLElement, column: HTMLElement): void {
  const left = column.offsetLeft - strip.offsetLeft - OUTLINE_PX;
  const right = left + column.offsetWidth + 2 * OUTLINE_PX;
  if (left < strip.scrollLeft) strip.scrollLeft = left;
  else if (right > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = right - strip.clientWidth;
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
