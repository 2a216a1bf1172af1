import type { SetRow } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift, loadAsTyped } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';

/** What an edit can change of a set; without date and note where only labels can be. */
export type Editable = Pick<
  SetRow,
  'athlete_name' | 'lift' | 'variation' | 'bench' | 'side' | 'mount' | 'kind' | 'load_kg' | 'load_unit'
> &
  Partial<Pick<SetRow, 'started_epoch_ms' | 'note' | 'accepted'>>;

/** Characters of a note that are shown; chosen here, as many as stand on a line beside a button on a phone. */
const NOTE_SHOWN = 30;

/** What is another than before, each with both: "Load 100 kg → 105 kg"; empty where nothing is. */
export function editInWords(before: Editable, after: Editable, units: Units): string {
  const [was, is] = [inWords(before, units), new Map(inWords(after, units))];
  return was
    .flatMap(([name, text]) =>
      text === is.get(name) ? [] : [words.review.edited(name, text, is.get(name) ?? '')],
    )
    .join(', ');
}

function inWords(set: Editable, units: Units): readonly (readonly [name: string, value: string])[] {
  const { note, fields, replayed, work, warmUp, noLoad, noSide } = words.review;
  return [
    [fields.athlete, set.athlete_name],
    [fields.lift, formatLift(set.lift, set.variation)],
    [fields.bench, set.bench || words.station.benchHint],
    [fields.mount, set.mount === null ? words.mounts.unsaid : words.mounts.names[set.mount]],
    [fields.load, set.load_kg === null ? noLoad : loadAsTyped(units, set)],
    [fields.side, set.side === null ? noSide : words.sides[set.side]],
    [fields.kind, set.kind === 'work' ? work : warmUp],
    ...(set.started_epoch_ms === undefined
      ? []
      : [[fields.date, formatDayTime(set.started_epoch_ms)] as const]),
    ...(set.accepted === undefined
      ? []
      : [[replayed.field, set.accepted ? replayed.yes : replayed.no] as const]),
    ...(set.note === undefined ? [] : [[note, shortNote(set.note)] as const]),
  ];
}

function shortNote(note: string): string {
  if (note === '') return words.edits.nothing;
  return words.review.quoted(note.length > NOTE_SHOWN ? `${note.slice(0, NOTE_SHOWN)}…` : note);
}
