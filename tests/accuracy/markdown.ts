/** Text of tables: columns padded so that the raw Markdown reads as well. */
export function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(header), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

export const number = (value: number | null, digits: number, scale = 1): string =>
  value === null ? '-' : (value * scale).toFixed(digits);

export const percent = (value: number | null): string =>
  value === null ? '-' : `${(100 * value).toFixed(1)} %`;
