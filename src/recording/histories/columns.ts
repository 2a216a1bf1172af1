/** What a column of a training history can be. */
export type Meaning = keyof typeof NAMES;

/** One column of a header: as written, in plain form, and the unit it names. */
export interface HistoryColumn {
  readonly written: string;
  readonly key: string;
  readonly unit: string | null;
}

/**
 * How tools name their columns, units and signs taken off. Apps write the header in the language of the phone: the words
 * of German, Spanish, French, Italian and Portuguese stand beside the English ones.
 */
const NAMES = {
  date: /^(?:date|workout date|start time|workout start time|datum|trainingsdatum|startzeit|fecha|fecha de inicio|data|date de début)$/,
  clock: /^(?:repetition date|repetition time|time of day|uhrzeit|hora)$/,
  athlete:
    /^(?:athlete|athlete name|first name|name|vorname|athlet|athletin|lifter|user|client|player|atleta|nombre|prénom)$/,
  lastName: /^(?:last name|surname|nachname|apellidos?|nom de famille|cognome)$/,
  workout:
    /^(?:workout name|title|trainingsname|workout|nombre del? entrenamiento|nom de l'entraînement|nome do treino)$/,
  category: /^(?:category|kategorie|categoría|catégorie)$/,
  exercise:
    /^(?:exercise|exercise name|exercise title|übung|übungsname|name der übung|ejercicio|nombre del ejercicio|exercice|nom de l'exercice|esercizio|exercício|nome do exercício)$/,
  set: /^(?:set|set order|set index|set number|satz|satznummer|reihenfolge(?: der sätze| festlegen)?|serie|orden de (?:la )?serie|série|ordre (?:de|des) séries?|ordine serie)$/,
  rep: /^(?:rep|rep number|repetition|wiederholung|repetición|répétition)$/,
  reps: /^(?:reps|repetitions|wiederholungen|wdh|repeticiones|répétitions|ripetizioni|repetições)$/,
  weight: /^(?:weight|load|bar weight|barbell weight|external load|gewicht|peso|poids|carga|charge)$/,
  weightUnit: /^(?:weight unit|metric|unit|units|gewichtseinheit|unidad de peso|unité de poids)$/,
  mean: /^(?:mean velocity|vmean|mean speed|average speed|avg velocity|average velocity|conc mean velocity|mean concentric velocity|velocidad media|mittlere geschwindigkeit|vitesse moyenne|velocità media|mv|mcv)$/,
  propulsive: /^(?:mean propulsive velocity|velocidad media propulsiva|vitesse moyenne propulsive|mpv)$/,
  peak: /^(?:peak velocity|vmax|peak speed|max speed|conc peak velocity|max velocity|velocidad (?:pico|máxima)|spitzengeschwindigkeit|vitesse (?:de pointe|max)|velocità di picco|pv|pcv)$/,
  rom: /^(?:rom|distance|displacement|range of motion|conc distance|rango de movimiento|bewegungsumfang|amplitude)$/,
  duration: /^(?:duration of rep|repetition duration|rep duration|duración de la repetición)$/,
  type: /^(?:type|set type|row type|kind|tipo)$/,
  rpe: /^(?:rpe|set rpe)$/,
  note: /^(?:notes?|comments?|exercise notes|notizen|notas?|kommentar|commentaires?)$/,
  location: /^peak velocity location$/,
} as const;

/** The unit at the end of a name without brackets: weight_kg, load lbs. */
const SUFFIX = /^(.+) (kgs?|lbs?|m\/s|mm|cm)$/;
/** A time of day where rows are reps; where rows are sets it is how long one took. */
export const TIME_OF_REP = 'time';

export function historyColumn(cell: string): HistoryColumn {
  const written = cell.replace(/^\ufeff/, '').trim();
  const brackets = [...written.matchAll(/[[(]([^\])]*)[\])]/g)].at(-1)?.[1];
  const key = written
    .replace(/[[(][^\])]*[\])]/g, ' ')
    .toLowerCase()
    .replace(/[#*_.:-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const suffix = brackets === undefined ? SUFFIX.exec(key) : null;
  return {
    written,
    key: suffix?.[1] ?? key,
    unit: (brackets ?? suffix?.[2])?.toLowerCase().replace(/\s/g, '') ?? null,
  };
}

/** Places of the columns of one meaning. */
export const columnsOf = (columns: readonly HistoryColumn[], meaning: Meaning): number[] =>
  columns.flatMap(({ key }, i) => (NAMES[meaning].test(key) ? [i] : []));

export const hasAll = (columns: readonly HistoryColumn[], ...meanings: readonly Meaning[]): boolean =>
  meanings.every((meaning) => columnsOf(columns, meaning).length > 0);
