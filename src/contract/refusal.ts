import type { z } from 'zod';
import { words } from '../words/index.ts';

const { refusals } = words;

/** Why an argument is refused, in a coach's words: the first thing that is wrong with it. Nothing of what was sent is repeated. */
export function refusalOf({ issues: [issue] }: z.ZodError): string {
  const what = fieldOf(issue?.path ?? []);
  switch (issue?.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? refusals.tooLong(what, String(issue.maximum))
        : refusals.atMost(what, String(issue.maximum));
    case 'too_small':
      if (issue.origin === 'string') return refusals.empty(what);
      return issue.inclusive
        ? refusals.atLeast(what, String(issue.minimum))
        : refusals.above(what, String(issue.minimum));
    case 'invalid_type':
      if (issue.expected === 'int') return refusals.notWhole(what);
      if (issue.expected === 'number') return refusals.notNumber(what);
      return issue.expected === 'string' ? refusals.notText(what) : refusals.notValid(what);
    case 'invalid_value':
      return refusals.notChoice(what);
    default:
      return refusals.notValid(what);
  }
}

/** The innermost field that has a name: of `files.0.name` the name. */
function fieldOf(path: readonly PropertyKey[]): string {
  const names: Readonly<Record<string, string>> = refusals.fields;
  const known = path.findLast((key) => typeof key === 'string' && Object.hasOwn(names, key));
  return names[String(known)] ?? refusals.field;
}
