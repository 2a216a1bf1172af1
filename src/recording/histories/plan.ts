import { liftOfExercise, type NamedLift, plainExercise } from '../../lifts/exercise-name.ts';
import { sameName } from '../roster.ts';
import type { HistoryFile, HistorySet } from './history.ts';

/** What is known before a history comes in. */
export interface HistoryKnown {
  readonly athletes: readonly { readonly id: number; readonly name: string }[];
  /** By the plain form of an exercise's name, as somebody said before; null: none of our lifts. */
  readonly exercises: ReadonlyMap<string, NamedLift | null>;
  /** What imported sets of an athlete are the same as. */
  readonly setsOf: (athlete_id: number) => ReadonlySet<string>;
}

/** What somebody says about this file. */
export interface HistoryChoices {
  /** Whose sets they are where the file names nobody. */
  readonly athlete?: string | undefined;
  /** The athlete for a name of the file; one that is not there yet is added. */
  readonly people?: Readonly<Record<string, string>> | undefined;
  readonly exercises?: Readonly<Record<string, NamedLift | null>> | undefined;
}

export interface PlannedPerson {
  /** As the file writes it; null: it names nobody. */
  readonly written: string | null;
  readonly sets: number;
  /** null: nobody was said and nobody can be told. `id` null: will be added. */
  readonly athlete: { readonly id: number | null; readonly name: string } | null;
  /** Athletes whose names are near to it: somebody has to say whether they are meant. */
  readonly near: readonly string[];
}

export interface PlannedExercise {
  readonly written: string;
  readonly sets: number;
  readonly lift: NamedLift | null;
  readonly by: 'chosen' | 'remembered' | 'name' | 'nobody';
}

export interface PlannedSet {
  readonly set: HistorySet;
  readonly person: number;
  readonly lift: NamedLift | null;
  readonly same_as: string;
  readonly there: boolean;
}

/** What an import would do; nothing is done by planning it. */
export interface HistoryPlan {
  readonly people: readonly PlannedPerson[];
  readonly exercises: readonly PlannedExercise[];
  readonly sets: readonly PlannedSet[];
  readonly fresh: number;
  readonly fresh_reps: number;
  readonly there: number;
}

export function planHistory(file: HistoryFile, known: HistoryKnown, choices: HistoryChoices): HistoryPlan {
  const names = [...new Set(file.sets.map(({ athlete }) => athlete))];
  // one athlete said for a file that names several would make one person of them
  const forAll = names.length === 1 ? choices.athlete : undefined;
  const people = names.map((written) =>
    planPerson(
      written,
      file,
      known,
      written === null ? choices.athlete : (choices.people?.[written] ?? forAll),
    ),
  );
  const exercises = planExercises(file, known, choices);
  const lifts = new Map(exercises.map(({ written, lift }) => [written, lift]));
  const seen = new Map<string, number>();
  const taken = new Set<string>();
  const sets = file.sets.map((set): PlannedSet => {
    const person = names.indexOf(set.athlete);
    const athlete = people[person]?.athlete ?? null;
    const base = identityOf(set);
    // sets without a number that are alike are told apart by their order
    const whose = `${person} ${base}`;
    const nth = set.number === null ? (seen.get(whose) ?? 0) + 1 : set.number;
    seen.set(whose, nth);
    const same_as = `${base} ${nth}`;
    const own = `${person} ${same_as}`;
    const there =
      taken.has(own) || (athlete !== null && athlete.id !== null && known.setsOf(athlete.id).has(same_as));
    taken.add(own);
    return { set, person, lift: lifts.get(set.exercise) ?? null, same_as, there };
  });
  const fresh = sets.filter((each) => !each.there);
  return {
    people,
    exercises,
    sets,
    fresh: fresh.length,
    fresh_reps: fresh.reduce((sum, { set }) => sum + set.reps, 0),
    there: sets.length - fresh.length,
  };
}

/** Moment, exercise, load and reps: two sets that agree in them, and in their number, are one. */
const identityOf = ({ day, time, exercise, load_kg, reps }: HistorySet): string =>
  [day, time ?? '', plainExercise(exercise), load_kg === null ? '' : load_kg.toFixed(2), reps].join('|');

function planPerson(
  written: string | null,
  file: HistoryFile,
  known: HistoryKnown,
  said: string | undefined,
): PlannedPerson {
  const sets = file.sets.filter(({ athlete }) => athlete === written).length;
  const name = said ?? written;
  if (name === null || name.trim() === '') return { written, sets, athlete: null, near: [] };
  const match = known.athletes.find((athlete) => sameName(athlete.name) === sameName(name));
  if (match !== undefined) return { written, sets, athlete: match, near: [] };
  const near =
    said === undefined ? known.athletes.filter((athlete) => loose(athlete.name) === loose(name)) : [];
  const added = { id: null, name: name.replace(/\s+/g, ' ').trim() };
  return { written, sets, athlete: near.length > 0 ? null : added, near: near.map((each) => each.name) };
}

/** Without accents, and first and last name in any order. */
const loose = (name: string): string =>
  sameName(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');

function planExercises(
  file: HistoryFile,
  known: HistoryKnown,
  choices: HistoryChoices,
): readonly PlannedExercise[] {
  const counts = new Map<string, number>();
  for (const { exercise } of file.sets) counts.set(exercise, (counts.get(exercise) ?? 0) + 1);
  const chosen = new Map(
    Object.entries(choices.exercises ?? {}).map(([name, lift]) => [plainExercise(name), lift]),
  );
  return [...counts].map(([written, sets]): PlannedExercise => {
    const plain = plainExercise(written);
    for (const [by, map] of [
      ['chosen', chosen],
      ['remembered', known.exercises],
    ] as const) {
      const lift = map.get(plain);
      if (lift !== undefined) return { written, sets, lift, by };
    }
    const lift = liftOfExercise(written);
    return { written, sets, lift, by: lift === null ? 'nobody' : 'name' };
  });
}
