import type { AthleteProfile, ProfileSubject } from '../../../src/contract/profile.ts';
import { words } from '../../../src/words/index.ts';
import { subjectName } from '../../parts/subject-name.ts';
import { Chip } from '../../ui/chip.tsx';
import css from './training.module.css';

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
