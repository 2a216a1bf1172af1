import { existsSync } from 'node:fs';
import path from 'node:path';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { liftOf } from '../../src/lifts/catalogue.ts';
import type { NamedLift } from '../../src/lifts/exercise-name.ts';
import { LIFT_IDS } from '../../src/lifts/lift.ts';
import type { WholeText } from '../../src/recording/files/whole-texts.ts';
import type { HistoryChoices, HistoryPlan } from '../../src/recording/histories/plan.ts';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';
import { systemClock } from '../station/clock.ts';
import { openQuestion, planHere, storeHistory } from '../station/imports/history.ts';
import { dayHere } from '../station/imports/today.ts';
import { DATABASE_FILE } from '../store/open.ts';
import type { Outcome, Values } from './command.ts';
import { folderOf, openToRead, openToWrite } from './data.ts';
import { chooseDates } from './options.ts';
import { printRemark, printText } from './print.ts';

/** A training history of another tool: said what would come in with --dry-run, else stored. */
export async function importHistory(values: Values, whole: WholeText, digest: string): Promise<Outcome> {
  const { name, text } = whole;
  const dates = chooseDates(values);
  if (!dates.ok) return { code: 2, message: dates.error.message };
  const choices = choicesOf(values);
  if (!choices.ok) return { code: 2, message: choices.error.message };
  const read = readForeignHistory(text, {
    today: dayHere(systemClock.now_epoch_ms()),
    ...dates.value,
  });
  if (read === null) return { code: 2, message: `${name} is no training history.` };
  if (!read.ok)
    return {
      code: 2,
      message:
        `${name}: ${read.message} ${read.code === 'day-order' ? 'Add --dates day-first or --dates month-first.' : ''}`.trim(),
    };
  const { history } = read;
  for (const remark of [...history.remarks, ...history.refused]) printRemark(`${name}: ${remark}\n`);

  const dry = values['dry-run'] === true;
  const nobody = dry && !existsSync(path.join(folderOf(values), DATABASE_FILE));
  const opened = nobody ? null : dry ? openToRead(values) : openToWrite(values);
  if (opened?.ok === false) return { code: 1, message: opened.error.message };
  const store = opened?.value ?? null;
  try {
    const plan = planHere(store, history, choices.value);
    printText(describePlan(history.tool, plan, history.refused_count));
    const before = store?.imports.sameFile(digest) ?? null;
    if (before !== null)
      printText(`This file was imported before, on ${new Date(before.made_epoch_ms).toLocaleString()}.\n`);
    const question = openQuestion(plan);
    if (question !== null) return { code: 2, message: `${name}: ${question} ${howToAnswer(plan)}` };
    if (dry || store === null) return { code: 0 };
    const stored = storeHistory(store, { file: path.basename(name), digest }, history, plan);
    if (!stored.ok)
      return stored.error.code === 'nothing-new'
        ? { code: 0, message: `${name}: ${stored.error.message}` }
        : { code: 1, message: `${name}: ${stored.error.message}` };
    printText(
      `Import ${stored.value.id}: ${stored.value.sets} sets stored. To take it back: lockout import --undo ${stored.value.id}\n`,
    );
    return { code: 0 };
  } finally {
    store?.close();
  }
}

function describePlan(tool: string, plan: HistoryPlan, refused: number): string {
  const lines = [
    `${tool}: ${plan.fresh} new sets with ${plan.fresh_reps} reps, ${plan.there} there already, ${refused} rows refused`,
    ...plan.people.map(({ written, sets, athlete }) => {
      const whom = athlete === null ? 'nobody yet' : `${athlete.name}${athlete.id === null ? ' (new)' : ''}`;
      return `  ${written ?? 'the lifter'}: ${sets} sets, ${whom}`;
    }),
    ...plan.exercises.map(({ written, sets, lift, by }) => {
      const what = lift === null ? 'kept under its own name' : `${lift.lift}, ${lift.variation}`;
      return `  ${written}: ${sets} sets, ${what}${by === 'remembered' ? ' (as before)' : ''}`;
    }),
    'Imported sets have no signal: they are kept beside your own and are in no line, trend or best.',
  ];
  return `${lines.join('\n')}\n`;
}

const howToAnswer = ({ people }: HistoryPlan): string => {
  const open = people.find(({ athlete }) => athlete === null);
  return open === undefined || open.written === null
    ? 'Add --athlete NAME.'
    : `Add --who "${open.written}=NAME".`;
};

function choicesOf(values: Values): Result<HistoryChoices> {
  const exercises: Record<string, NamedLift | null> = {};
  for (const [name, wanted] of pairsOf(values.exercise)) {
    const lift = liftNamed(wanted);
    if (lift === undefined)
      return failure(
        'option',
        `--exercise wants NAME=LIFT, such as "Box squat=squat" or "Pump=none". Lifts: ${LIFT_IDS.join(', ')}.`,
      );
    exercises[name] = lift;
  }
  return success({
    athlete: typeof values.athlete === 'string' ? values.athlete.trim() : undefined,
    people: Object.fromEntries(pairsOf(values.who)),
    exercises,
  });
}

/** "A=B; C=D" */
const pairsOf = (value: string | boolean | undefined): [string, string][] =>
  typeof value !== 'string'
    ? []
    : value.split(';').flatMap((pair): [string, string][] => {
        const at = pair.lastIndexOf('=');
        return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
      });

/** LIFT or LIFT:VARIATION; `none`: no lift of ours; undefined: there is no such lift. */
function liftNamed(wanted: string): NamedLift | null | undefined {
  if (wanted === 'none') return null;
  const [id, variation] = wanted.split(':');
  const lift = LIFT_IDS.find((each) => each === id);
  if (lift === undefined) return undefined;
  const { variations } = liftOf(lift);
  const found = variation === undefined ? variations[0] : variations.find((each) => each.id === variation);
  return found === undefined ? undefined : { lift, variation: found.id };
}
