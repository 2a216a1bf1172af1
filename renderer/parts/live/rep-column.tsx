import { words } from '../../../src/words/index.ts';
import { formatVelocity } from '../../format/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { LiveFill } from './live-fill.tsx';
import css from './rep-column.module.css';
import type { RepView } from './rep-view.ts';

interface RepColumnProps {
  readonly view: RepView;
  /** Height of the bar in this place last time, 0..1. */
  readonly ghost: number | null;
  readonly selected: boolean;
  readonly onSelect: (() => void) | null;
}

export function RepColumn({ view, ghost, selected, onSelect }: RepColumnProps) {
  return (
    <button
      type="button"
      className={classNames(
        css.column,
        toneClass(view.tone),
        view.provisional && css.provisional,
        view.deleted && css.deleted,
        selected && css.selected,
      )}
      aria-pressed={selected}
      disabled={view.id === null || onSelect === null}
      tabIndex={selected ? 0 : -1}
      onClick={onSelect ?? undefined}
    >
      {/* The whole verdict as one sentence; the pieces below are for the eye. */}
      <span className="visually-hidden">{view.spoken}</span>
      <span className={css.well} aria-hidden="true">
        {view.height === null ? (
          <LiveFill className={css.fill ?? ''} />
        ) : (
          <span className={css.fill} style={{ height: `${view.height * 100}%` }} />
        )}
        <Ghost height={ghost} />
      </span>
      <span className={classNames('num', css.place)} aria-hidden="true">
        {view.place}
      </span>
      <span className={css.marks} aria-hidden="true">
        {view.marks.map((mark) => (
          <span key={mark} className={toneClass(mark === 'provisional' ? view.tone : mark)}>
            <VerdictMark mark={mark} />
          </span>
        ))}
      </span>
      <span className={css.word} aria-hidden="true">
        {view.word}
      </span>
      <span className={classNames('num', css.velocity)} aria-hidden="true">
        {view.velocity}
      </span>
      <span className={classNames(css.hold, view.holdMissed && css.missed)} aria-hidden="true">
        {view.hold}
        {view.hold && <span className={css.unit}> {words.units.s}</span>}
      </span>
    </button>
  );
}

function Ghost({ height }: { readonly height: number | null }) {
  return height === null ? null : <span className={css.ghost} style={{ height: `${height * 100}%` }} />;
}

interface RepPlaceProps {
  readonly index: number;
  readonly ghost: number | null;
  /** How fast the rep in this place was last time. */
  readonly velocity_mps: number | null;
}

/** A rep that is still to come. */
export function RepPlace({ index, ghost, velocity_mps }: RepPlaceProps) {
  return (
    <div className={css.column} aria-hidden="true">
      <span className={css.well}>
        <Ghost height={ghost} />
      </span>
      <span className={classNames('num', css.place)}>{index}</span>
      <span className={css.marks} />
      <span className={css.word} />
      <span className={classNames('num', css.velocity, css.then)}>
        {velocity_mps !== null && formatVelocity(velocity_mps)}
      </span>
      <span className={css.hold} />
    </div>
  );
}
