import type { AthleteProfile, ProfileSubject } from '../../../src/contract/profile.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift } from '../../format/format.ts';
import { Chip } from '../../ui/chip.tsx';
import css from './training.module.css';

export const subjectName = ({ lift, variation, side }: ProfileSubject): string =>
  [formatLift(lift, variation), side && words.sides[side]].filter(Boolean).join(', ');

interface ChipsProps {
  readonly profile: AthleteProfile;
  readonly onPick: (subject: ProfileSubject) => void;
}

/** Everything the athlete has sets of: each lift, variation and side has a line of its own. */
export function SubjectChips({ profile, onPick }: ChipsProps) {
  const { subjects } = profile;
  const chosen = subjectName(profile);
  if (subjects.every((subject) => subjectName(subject) === chosen)) return null;
  return (
    <fieldset className={css.subjects} aria-label={words.profile.subjects}>
      {subjects.map((subject) => (
        <Chip key={subjectName(subject)} on={subjectName(subject) === chosen} onClick={() => onPick(subject)}>
          {subjectName(subject)}
        </Chip>
      ))}
    </fieldset>
  );
}
