import { KG_PER_LB } from '../lifts/rack.ts';
import { words } from '../words/index.ts';
import { parseNumber } from './table/cells.ts';
import { createRowStream } from './table/rows.ts';

/** A person of a roster, as a coach's list names them. */
export interface RosterEntry {
  readonly name: string;
  readonly body_mass_kg: number | null;
  /** Team, class or time of day, in the coach's words; empty: none. */
  readonly group: string;
  readonly birth_year: number | null;
  readonly note: string;
}

export type ReadRoster =
  | {
      readonly ok: true;
      readonly entries: readonly RosterEntry[];
      /** Columns with something in them that is not kept, as written. */
      readonly unused: readonly string[];
      /** What could not be taken over, a sentence each. */
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

const FULL =
  /^(?:name|nachname vorname|last ?name first ?name|nombre(?: completo)?|nom(?: complet)?|nome(?: completo)?|full name|athlete|athlete name|player|athletin|athlet)$/;
const FIRST = /^(?:first ?name|given name|forename|vorname|prénom|nombre|nome)$/;
const LAST = /^(?:last ?name|surname|family name|nachname|nom|nom de famille|apellidos?|cognome|sobrenome)$/;
const MASS =
  /^(?:body ?mass|body ?weight|weight|mass|gewicht|körpergewicht|körpermasse|poids|peso)(?: (kg|kgs|lb|lbs))?$/;
const GROUP = /^(?:groups?|teams?|squad|class|gruppe|mannschaft|equipo|grupo|équipe|groupe)$/;
const BORN =
  /^(?:birth ?year|year of birth|born|yob|birth ?date|date of birth|birthday|dob|geburtsjahr|jahrgang|geburtsdatum|geboren|année de naissance|date de naissance|año de nacimiento|fecha de nacimiento|data di nascita|anno di nascita)$/;
const NOTE = /^(?:notes?|comments?|remarks?|notiz(?:en)?|bemerkung(?:en)?|notas?)$/;

/** A number, and the unit where the cell has one. */
const WITH_UNIT = /^(.*?)\s*(kgs?|lbs?)?\.?$/i;

/** What an athlete's name and body mass may be is what the Athletes page takes: characters, and kg. */
const LONGEST_NAME = 60;
const LEAST_KG = 20;
const MOST_KG = 400;
const LONGEST_GROUP = 60;
const LONGEST_NOTE = 2000;
const EARLIEST_BIRTH = 1900;
const LATEST_BIRTH = 2200;

/** Two spellings of one name: case, blanks and the way Unicode puts accents together do not matter. */
export const sameName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The people of a table with a header: a name, or first and last name, and perhaps a body mass. */
export function parseRoster(text: string): ReadRoster {
  const rows = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...people] = rows.filter(({ cells }) => !/^"?sep=/i.test(cells[0] ?? ''));
  if (header === undefined) return { ok: false, message: words.recordings.empty };
  const keys = header.cells.map(keyOf);
  const find = (key: RegExp): number => keys.findIndex((each) => key.test(each));
  const [first, last] = [find(FIRST), find(LAST)];
  const named = first >= 0 && last >= 0 ? [first, last] : [find(FULL)];
  const mass = find(MASS);
  const [group, born, note] = [find(GROUP), find(BORN), find(NOTE)];
  if (named.includes(-1))
    return {
      ok: false,
      message: words.files.roster.noName(header.cells.map((cell) => cell.trim()).join(', ')),
    };
  const unit = MASS.exec(keys[mass] ?? '')?.[1] ?? null;
  let unitless = false;

  // rows may all end in one comma more than the header; one row with more than the others is a comma in its name
  const fewest = people.reduce((least, { cells }) => Math.min(least, cells.length), Number.POSITIVE_INFINITY);
  const columns = Math.max(keys.length, fewest);
  const entries: RosterEntry[] = [];
  const remarks: string[] = [];
  for (const { cells, row } of people) {
    const name = named
      .map((column) => (cells[column] ?? '').trim())
      .filter((part) => part !== '')
      .join(' ');
    const wrong = whatIsWrong(cells.length > columns, name);
    if (wrong !== null) {
      remarks.push(words.files.inRow(row, wrong));
      continue;
    }
    const written = mass < 0 ? '' : (cells[mass] ?? '').trim();
    // a unit may stand in the cell: 150 lb
    const [, number = '', own = unit] = WITH_UNIT.exec(written) ?? [];
    // a scale that tells less than 10 g of a person does not exist
    const kg =
      Math.round(100 * parseNumber(number) * (own?.toLowerCase().startsWith('lb') ? KG_PER_LB : 1)) / 100;
    const possible = kg >= LEAST_KG && kg <= MOST_KG;
    unitless ||= possible && own === null;
    if (written !== '' && !possible)
      remarks.push(words.files.inRow(row, words.files.roster.noMass(name, written)));
    const cell = (column: number, longest: number): string =>
      column < 0 ? '' : (cells[column] ?? '').trim().slice(0, longest);
    const year = birthYear(cell(born, LONGEST_NAME));
    if (year === null && cell(born, LONGEST_NAME) !== '')
      remarks.push(words.files.inRow(row, words.files.roster.noYear(name, cell(born, LONGEST_NAME))));
    entries.push({
      name,
      body_mass_kg: possible ? kg : null,
      group: cell(group, LONGEST_GROUP),
      birth_year: year,
      note: cell(note, LONGEST_NOTE),
    });
  }
  const unused = header.cells.filter(
    (_, i) =>
      ![...named, mass, group, born, note].includes(i) &&
      people.some(({ cells }) => cells.length <= columns && (cells[i] ?? '').trim() !== ''),
  );
  if (unitless) remarks.push(words.files.roster.noUnit((header.cells[mass] ?? '').trim()));
  return { ok: true, entries, unused: unused.map((cell) => cell.trim()), remarks };
}

/** The year in a birth year or a date of birth, which has four digits in every order. */
function birthYear(written: string): number | null {
  const year = Number(/(?<!\d)\d{4}(?!\d)/.exec(written)?.[0] ?? Number.NaN);
  return year >= EARLIEST_BIRTH && year <= LATEST_BIRTH ? year : null;
}

function whatIsWrong(tooMany: boolean, name: string): string | null {
  if (tooMany) return words.files.roster.tooManyCells;
  if (name === '') return words.files.roster.nameless;
  return name.length > LONGEST_NAME ? words.files.roster.longName(LONGEST_NAME) : null;
}

interface RosterRow {
  readonly cells: readonly string[];
  readonly row: number;
}

function rowsOf(text: string): RosterRow[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const rows: RosterRow[] = [];
  // a list of nothing but names: the blanks and commas in them part nothing
  if (!/[\t;|,]/.test(lines.find((line) => line.trim() !== '') ?? '')) {
    lines.forEach((line, i) => {
      rows.push({ cells: [line.trim().replace(/^"(.*)"$/, '$1')], row: i + 1 });
    });
    return rows;
  }
  const stream = createRowStream((some, first) => {
    some.forEach((cells, i) => {
      rows.push({ cells, row: first + i });
    });
  });
  stream.push(text);
  stream.end();
  return rows;
}

const keyOf = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[[\](){}_,.:-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
