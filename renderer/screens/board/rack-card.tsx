import type { BoardRack, BoardRep } from '../../../src/contract/board.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatDuration,
  formatLift,
  formatLoad,
  formatPercent,
  formatVelocity,
  formatWhole,
} from '../../format/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { type Mark, VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './rack-card.module.css';

/** A rack tells something every 15 s at least; one that is this much older has gone, ms. */
const SILENT_MS = 45_000;

interface RackCardProps {
  readonly rack: BoardRack;
  readonly athlete: string;
  readonly age_ms: number;
  readonly units: Units;
}

/** One rack: who, with what, and every rep as it drops in. */
export function RackCard({ rack, athlete, age_ms, units }: RackCardProps) {
  const text = words.board;
  const { state } = rack;
  const { set } = state;
  const silent = age_ms > SILENT_MS;
  const last = set?.latest.at(-1) ?? null;
  return (
    <section
      className={classNames(css.card, css[state.phase], silent && css.silent)}
      aria-label={rack.name ?? text.here}
    >
      <header className={css.head}>
        <span className={css.rack}>{rack.name ?? text.here}</span>
        <span className={css.phase}>
          {silent ? text.silent(formatDuration(age_ms / 1000)) : text.phases[state.phase]}
        </span>
      </header>
      <h2 className={css.athlete}>{athlete}</h2>
      <p className={css.lift}>
        {[
          formatLift(state.lift, state.variation),
          ...(state.side ? [words.sides[state.side]] : []),
          ...(state.load_kg === null ? [] : [formatLoad(units, state.load_kg)]),
        ].join(' · ')}
      </p>
      {set === null ? (
        <p className={css.waiting}>{text.waiting}</p>
      ) : (
        <>
          <div className={css.numbers}>
            <p className={css.count}>
              {formatWhole(set.reps)}
              {set.goal_reps !== null && (
                <span className={css.of}> {text.repsOf(formatWhole(set.goal_reps))}</span>
              )}
            </p>
            <p className={css.speed}>
              {formatVelocity(last?.mcv_mps ?? null)} <span className={css.of}>{words.units.mps}</span>
            </p>
          </div>
          <ol className={css.reps}>
            {set.latest.map((rep) => (
              <RepDrop key={rep.number} rep={rep} />
            ))}
          </ol>
          <p className={css.foot}>
            <span>{text.setNumber(set.number)}</span>
            {set.holds_judged > 0 && (
              <span>{text.holds(formatWhole(set.holds_met), formatWhole(set.holds_judged))}</span>
            )}
            {set.velocity_loss_pct !== null && set.velocity_loss_pct > 0 && (
              <span>{text.loss(formatPercent(set.velocity_loss_pct))}</span>
            )}
            {set.loss_reached && <strong className={css.stop}>{text.stop}</strong>}
          </p>
        </>
      )}
    </section>
  );
}

/** Shape and colour tell the verdict, and its word is there for who cannot see either. */
function RepDrop({ rep }: { readonly rep: BoardRep }) {
  const mark = markOf(rep);
  return (
    <li className={classNames(css.rep, toneClass(mark))}>
      <VerdictMark mark={mark} className={css.mark ?? ''} />
      <span className={css.velocity}>{formatVelocity(rep.mcv_mps)}</span>
      <span className="visually-hidden">{wordOf(mark)}</span>
    </li>
  );
}

type RepMark = Extract<Mark, 'full' | 'short' | 'partial' | 'unsure' | 'missed' | 'dropped'>;

const wordOf = (mark: RepMark): string =>
  mark === 'missed' ? words.hold.missed : mark === 'dropped' ? words.lowering.dropped : words.range[mark];

/** What a coach would say first: range, then hold, then lowering. */
function markOf({ range, hold, dropped }: BoardRep): RepMark {
  if (range === 'partial' || range === 'short') return range;
  if (hold === 'missed' || hold === 'no-lockout') return 'missed';
  if (dropped) return 'dropped';
  return range;
}
