import type { ImportRecord } from '../../../src/contract/imports.ts';
import { failure, type Result } from '../../../src/contract/result.ts';
import { plainExercise } from '../../../src/lifts/exercise-name.ts';
import type { HistoryFile } from '../../../src/recording/histories/history.ts';
import { type HistoryChoices, type HistoryPlan, planHistory } from '../../../src/recording/histories/plan.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';

/** What a history would become here; `store` null: there are no data yet. */
export const planHere = (store: Store | null, file: HistoryFile, choices: HistoryChoices): HistoryPlan =>
  planHistory(
    file,
    {
      athletes: store?.athletes.list() ?? [],
      exercises: store?.imports.exercises() ?? new Map(),
      setsOf: (athlete_id) => store?.imports.setsOf(athlete_id) ?? new Set(),
    },
    choices,
  );

/** What somebody has to say before the plan can be carried out; null: nothing. */
export function openQuestion({ people }: HistoryPlan): string | null {
  const text = words.histories;
  for (const { written, athlete, near } of people) {
    if (athlete !== null) continue;
    return written === null ? text.whose : text.isItThem(written, near.join(', '));
  }
  return null;
}

/** Carries the plan out: what is not there yet is stored, all of it or nothing. */
export function storeHistory(
  store: Store,
  from: { readonly file: string; readonly digest: string },
  file: HistoryFile,
  plan: HistoryPlan,
): Result<ImportRecord> {
  const question = openQuestion(plan);
  if (question !== null) return failure('history-question', question);
  if (plan.fresh === 0) return failure('nothing-new', words.histories.nothingNew(plan.there));
  return store.imports.addHistory({
    ...from,
    tool: file.tool,
    sets: plan.sets.flatMap(({ set, person, lift, same_as, there }) => {
      const athlete = plan.people[person]?.athlete ?? null;
      if (there || athlete === null) return [];
      return [
        { athlete: athlete.id === null ? { name: athlete.name } : { id: athlete.id }, set, lift, same_as },
      ];
    }),
    exercises: new Map(
      plan.exercises.flatMap(({ written, lift, by }) =>
        by === 'nobody' ? [] : [[plainExercise(written), lift]],
      ),
    ),
  });
}
