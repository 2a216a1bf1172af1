/** Tried in this order: a comma may be a decimal comma, a tab or a semicolon is never part of a number. The last but one is that of Chinese keyboards. */
const DELIMITERS = ['\t', ';', '|', ',', '，', ' '] as const;
/** Lines from the end of the head that are compared: a preamble stands at its beginning. */
const COMPARED = 20;
/** The share of the compared lines that must have the same number of cells. */
const AGREEING = 0.6;

const SAID = /^"?sep=(.)"?[\s,;]*$/i;

/** What separates the cells, as a `sep=` line says it or as most lines agree. */
export function sniffDelimiter(head: string): string {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines.slice(0, 2)) {
    const said = SAID.exec(line.trim())?.[1];
    if (said !== undefined) return said;
  }
  const compared = lines.slice(-COMPARED);
  for (const delimiter of DELIMITERS) {
    const counts = compared.map((line) => countCells(line, delimiter));
    const usual = mode(counts.filter((count) => count > 1));
    // the last line may be cut, and a table of one row has but a header and it
    if (usual !== null && usual.times >= Math.max(1, Math.floor(AGREEING * compared.length)))
      return delimiter;
  }
  return ',';
}

/** A whole line in quotes, as a spreadsheet saves it that took it for one cell. */
const WRAPPED = /^"((?:[^"]|"")*)"[;,\t ]*$/;

/** Are most lines one quoted cell each, with cells of their own inside? */
export function isWrapped(head: string): boolean {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const compared = lines.slice(-COMPARED);
  const inside = compared.flatMap((line) => WRAPPED.exec(line)?.[1] ?? []);
  return (
    inside.length >= Math.max(2, AGREEING * compared.length) &&
    inside.every((line) => DELIMITERS.slice(0, -1).some((delimiter) => line.includes(delimiter)))
  );
}

/** The lines inside. */
export const unwrap = (text: string): string =>
  text
    .split('\n')
    .map((line) => WRAPPED.exec(line)?.[1]?.replaceAll('""', '"') ?? line)
    .join('\n');

function countCells(line: string, delimiter: string): number {
  let cells = 1;
  let quoted = false;
  for (const c of line.trim()) {
    if (c === '"') quoted = !quoted;
    else if (c === delimiter && !quoted) cells++;
  }
  return cells;
}

function mode(counts: readonly number[]): { value: number; times: number } | null {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [best] = [...times].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : { value: best[0], times: best[1] };
}
