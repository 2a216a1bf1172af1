import type { AthleteProfile } from '../../../src/contract/profile.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { LineCard } from './line-card.tsx';
import { NextCard } from './next-card.tsx';
import css from './training.module.css';
import { TrainingTiles } from './training-tiles.tsx';
import { ReserveCard, VolumeCard } from './volume-card.tsx';

/** The evening's questions: what next and why, how strong, how sure, how ready. */
export function TrainingSection({
  profile,
  units,
}: {
  readonly profile: AthleteProfile;
  readonly units: Units;
}) {
  const { training } = profile;
  return (
    <>
      <NextCard next={training.next} units={units} />
      <TrainingTiles training={training} units={units} />
      <LineCard training={training} units={units} />
      {training.report?.max && <p className={css.errors}>{words.training.maxErrors}</p>}
      <div className={css.two}>
        <VolumeCard profile={profile} />
        <ReserveCard profile={profile} />
      </div>
    </>
  );
}
