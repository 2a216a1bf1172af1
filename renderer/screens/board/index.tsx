import { words } from '../../../src/words/index.ts';
import { boardNames } from '../../format/board-names.ts';
import { formatDuration } from '../../format/format.ts';
import css from './board.module.css';
import { LeaderList } from './leader-list.tsx';
import { RackCard } from './rack-card.tsx';
import { useBoard } from './use-board.ts';

/** A board that was asked for twice a second and is this old is not what happens now, ms. */
const OLD_MS = 5000;

/** The screen on the wall: nothing to press, read from across the room. */
export default function BoardScreen() {
  const shown = useBoard();
  const text = words.board;
  if (shown === null) return <p className={css.empty}>{words.connection.connecting}</p>;
  const { board, age_ms } = shown;
  const names = boardNames(
    [...board.racks.map(({ state }) => state.athlete), ...board.leaders.map(({ athlete }) => athlete)],
    board.names,
  );
  const nameOf = (name: string): string => names.get(name) ?? name;
  return (
    <div className={css.board}>
      <div className={css.said} role="status">
        {age_ms > OLD_MS && <p>{text.old(formatDuration(age_ms / 1000))}</p>}
        {board.away_since_epoch_ms !== null && (
          <p>{text.gymAway(formatDuration((Date.now() - board.away_since_epoch_ms) / 1000))}</p>
        )}
      </div>
      <div className={css.columns}>
        <div className={css.racks} data-racks={Math.min(board.racks.length, MOST_TOLD_APART)}>
          {board.racks.map((rack) => (
            <RackCard
              key={rack.id}
              rack={rack}
              athlete={nameOf(rack.state.athlete)}
              age_ms={rack.age_ms + age_ms}
              units={board.units}
            />
          ))}
        </div>
        <LeaderList by={board.leaders_by} leaders={board.leaders} nameOf={nameOf} />
      </div>
    </div>
  );
}

/** From this many racks on the grid is the same. */
const MOST_TOLD_APART = 5;
