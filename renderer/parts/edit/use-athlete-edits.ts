import type { Athlete, AthleteFields } from '../../../src/contract/setup.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import { aboutAthlete } from '../../state/told-edit.ts';
import { athleteEditInWords } from './athlete-words.ts';

export interface AthleteEdits {
  /** null: done, else why not, in words. */
  update(fields: AthleteFields): Promise<string | null>;
  archive(archived: boolean): void;
}

/** Changes an athlete and tells, in the line of edits, what became another and how it is taken back. */
export function useAthleteEdits(athlete: Athlete): AthleteEdits {
  const { ask, bridge, edit, notices } = usePage();
  const units = useStation()?.units ?? 'kg';
  const { id } = athlete;

  function tell(before: Athlete, after: Athlete, undo: () => void): void {
    const text = athleteEditInWords(before, after, units);
    if (text !== '') edit.set({ about: aboutAthlete(id), text, undo });
  }
  async function update(fields: AthleteFields, before: Athlete): Promise<string | null> {
    const reply = await bridge.request('athletes:update', { id, ...fields });
    if (!reply.ok) return reply.error.message;
    const after = reply.value;
    tell(before, after, async () => {
      const { name, body_mass_kg, group, birth_year, note } = before;
      const problem = await update({ name, body_mass_kg, group, birth_year, note }, after);
      if (problem !== null) notices.show({ tone: 'warning', text: problem });
    });
    return null;
  }
  async function archive(archived: boolean, before: Athlete): Promise<void> {
    const after = await ask('athletes:archive', { id, archived });
    if (after) tell(before, after, () => void archive(!archived, after));
  }
  return {
    update: (fields) => update(fields, athlete),
    archive: (archived) => void archive(archived, athlete),
  };
}
