import type { Board, BoardLeader } from '../../../src/contract/board.ts';
import { words } from '../../../src/words/index.ts';
import { formatRatio, formatSignedVelocity, formatVelocity, formatWhole } from '../../format/format.ts';
import css from './leader-list.module.css';

interface LeaderListProps {
  readonly by: Board['leaders_by'];
  readonly leaders: readonly BoardLeader[];
  readonly nameOf: (name: string) => string;
}

/** Who leads today by what the coach chose, best first. */
export function LeaderList({ by, leaders, nameOf }: LeaderListProps) {
  const text = words.board;
  return (
    <section className={css.list} aria-label={text.leaders}>
      <h1 className={css.title}>{text.leaders}</h1>
      <p className={css.by}>{text.leadersBy[by]}</p>
      {leaders.length === 0 ? (
        <p className={css.none}>{text.noLeaders[by]}</p>
      ) : (
        <ol className={css.rows}>
          {leaders.map((leader, i) => (
            <li key={leader.athlete} className={css.row}>
              <span className={css.rank}>{formatWhole(i + 1)}</span>
              <span className={css.name}>{nameOf(leader.athlete)}</span>
              <span className={css.score}>
                {leader.of === null ? formatSignedVelocity(leader.score) : formatWhole(leader.score)}
              </span>
              <span className={css.detail}>{detailOf(leader)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What the number is out of, or the rep it was. */
function detailOf({ of, mcv_mps, share }: BoardLeader): string {
  const text = words.board;
  if (of !== null) return text.outOf(formatWhole(of));
  const speed = `${formatVelocity(mcv_mps)} ${words.units.mps}`;
  return share === null ? speed : text.atShare(speed, formatRatio(share));
}
