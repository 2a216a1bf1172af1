import type { AthleteProfile } from '../../../src/contract/profile.ts';
import { RESERVE_SETS } from '../../../src/training/reserve.ts';
import { GLUTE_SETS_A_WEEK, GLUTES, REST_HOURS } from '../../../src/training/volume.ts';
import { words } from '../../../src/words/index.ts';
import { formatSeconds, formatVelocity, formatWhole } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { Card } from '../../ui/card.tsx';
import css from './profile.module.css';
import own from './training.module.css';

/** Hard sets of the week by muscle, and how long ago this lift was trained. */
export function VolumeCard({ profile }: { readonly profile: AthleteProfile }) {
  const text = words.training;
  const { muscles, rest_until_epoch_ms } = profile;
  const glutes = muscles.find(({ muscle }) => muscle === GLUTES);
  const [low, high] = GLUTE_SETS_A_WEEK;
  return (
    <Card className={css.card} aria-label={text.volume}>
      <h2>{text.volume}</h2>
      {muscles.length === 0 ? (
        <p>{text.noVolume}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{text.muscleColumns.muscle}</th>
              <th scope="col" className={css.number}>
                {text.muscleColumns.prime}
              </th>
              <th scope="col" className={css.number}>
                {text.muscleColumns.assisting}
              </th>
            </tr>
          </thead>
          <tbody>
            {muscles.map(({ muscle, prime, assisting }) => (
              <tr key={muscle}>
                <th scope="row">{muscle}</th>
                <td className={`num ${css.number}`}>{formatWhole(prime)}</td>
                <td className={`num ${css.number}`}>{formatWhole(assisting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {glutes && <p>{text.gluteSets(glutes.prime, low, high)}</p>}
      {rest_until_epoch_ms !== null && (
        <p>{text.restUntil(REST_HOURS, formatDayTime(rest_until_epoch_ms))}</p>
      )}
    </Card>
  );
}

/** Velocities at which reps in reserve are told, m/s. */
const TOLD_MPS = [0.3, 0.4, 0.5];

/** The athlete's own relation of velocity and reps left, or what it needs. */
export function ReserveCard({ profile }: { readonly profile: AthleteProfile }) {
  const text = words.training;
  const { reserve } = profile.training;
  return (
    <Card className={css.card} aria-label={text.reserve}>
      <h2>{text.reserve}</h2>
      {reserve === null ? (
        <p>{text.noReserve(RESERVE_SETS)}</p>
      ) : (
        <>
          <ul className={own.reasons}>
            {TOLD_MPS.map((mps) => (
              <li key={mps}>
                {text.reserveAt(
                  formatVelocity(mps),
                  formatSeconds(Math.max(0, reserve.at_zero + reserve.per_mps * mps)),
                  formatSeconds(reserve.sd),
                )}
              </li>
            ))}
          </ul>
          <p>{text.reserveFrom(reserve.sets)}</p>
        </>
      )}
    </Card>
  );
}
