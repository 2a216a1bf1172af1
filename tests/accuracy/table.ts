import { QUESTIONS, type Tally } from './answers.ts';
import { type FieldResult, fieldTotals } from './field.ts';
import type { Goal, Rung } from './rungs.ts';
import type { Confusion, Totals } from './totals.ts';

export interface RungResult {
  readonly rung: string;
  readonly says: string;
  readonly goal: Goal | null;
  readonly totals: Totals;
}

const number = (value: number | null, digits: number, scale = 1): string =>
  value === null ? '-' : (value * scale).toFixed(digits);
const percent = (value: number | null): string => (value === null ? '-' : `${(100 * value).toFixed(1)} %`);

/** A figure that misses its goal is marked. */
const against = (text: string, value: number | null, goal: number | undefined, atLeast = false): string => {
  if (goal === undefined || value === null) return text;
  return (atLeast ? value >= goal : value <= goal) ? `${text} ok` : `**${text}** (goal ${goal})`;
};

export function resultOf(rung: Rung, totals: Totals): RungResult {
  return { rung: rung.name, says: rung.says, goal: rung.goal ?? null, totals };
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(header), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

const confusion = (c: Confusion): string => `${c.full}/${c.short}/${c.partial}/${c.unsure}`;

export function finalTable(results: readonly RungResult[]): string {
  const header = [
    'rung',
    'sets',
    'exact',
    'miss',
    'phantom',
    'MCV rmse',
    'bias',
    'PCV',
    'MPV',
    'ROM mae cm',
    'bias',
    'hold mae ms',
    'ecc mae ms',
    'cover MCV',
    's/rmse',
    'cover ROM',
    's/rmse',
    'cover hold',
    'told phases: MCV',
    'ROM cm',
  ];
  return markdown(
    header,
    results.map(({ rung, goal, totals: t }) => [
      rung,
      String(t.sets) + (t.crashed > 0 ? ` (${t.crashed} crashed)` : ''),
      against(percent(t.exact_share), t.exact_share, goal?.exact_share, true),
      String(t.missed),
      String(t.phantom),
      against(number(t.mcv_rmse_mps, 4), t.mcv_rmse_mps, goal?.mcv_rmse_mps),
      number(t.mcv_bias_mps, 4),
      number(t.pcv_rmse_mps, 4),
      number(t.mpv_rmse_mps, 4),
      against(number(t.rom_mae_m, 2, 100), t.rom_mae_m, goal?.rom_mae_m),
      number(t.rom_bias_m, 2, 100),
      against(number(t.hold_mae_s, 0, 1000), t.hold_mae_s, goal?.hold_mae_s),
      number(t.eccentric_mae_s, 0, 1000),
      percent(t.mcv_coverage),
      number(t.mcv_sigma_ratio, 2),
      percent(t.rom_coverage),
      number(t.rom_sigma_ratio, 2),
      percent(t.hold_coverage),
      number(t.yardstick_mcv_rmse_mps, 4),
      number(t.yardstick_rom_mae_m, 2, 100),
    ]),
  );
}

export function verdictTable(results: readonly RungResult[]): string {
  const judged = results.filter(
    ({ totals: t }) => t.half.full + t.half.short + t.half.partial + t.half.unsure > 0 || t.failed > 0,
  );
  return markdown(
    ['rung', 'true half: full/short/partial/unsure', 'true full: full/short/partial/unsure', 'failed found'],
    judged.map(({ rung, totals: t }) => [
      rung,
      confusion(t.half),
      confusion(t.full),
      `${t.failed_found} of ${t.failed}`,
    ]),
  );
}

const answered = ({ yes, yes_right, no, no_right, unsaid }: Tally): string =>
  yes + no === 0 ? '-' : `${yes_right}/${yes} ${no_right}/${no}${unsaid > 0 ? ` (${unsaid} unsaid)` : ''}`;

/** Yes right of all true yes, no right of all true no. */
export function answerTable(results: readonly RungResult[]): string {
  const asked = results.filter(({ totals: t }) => t.reps > 0);
  return markdown(
    ['rung', ...QUESTIONS.map((question) => `${question}: yes, no`)],
    asked.map(({ rung, totals: t }) => [rung, ...QUESTIONS.map((question) => answered(t.answers[question]))]),
  );
}

export function liveTable(results: readonly RungResult[]): string {
  return markdown(
    [
      'rung',
      'exact',
      'miss',
      'phantom',
      'MCV rmse',
      'rep said ms',
      'p95',
      'hold said ms',
      'p95',
      'false holds',
    ],
    results.flatMap(({ rung, totals: { live: l } }) =>
      l === null
        ? []
        : [
            [
              rung,
              percent(l.exact_share),
              String(l.missed),
              String(l.phantom),
              number(l.mcv_rmse_mps, 4),
              number(l.rep_delay_median_s, 0, 1000),
              number(l.rep_delay_p95_s, 0, 1000),
              number(l.hold_delay_median_s, 0, 1000),
              number(l.hold_delay_p95_s, 0, 1000),
              percent(l.false_hold_share),
            ],
          ],
    ),
  );
}

export function fieldTable(results: readonly FieldResult[]): string {
  const { reps, final, live } = fieldTotals(results);
  const share = (off: number): string => `off by ${off} (${((100 * off) / reps).toFixed(1)} %)`;
  return markdown(
    ['recording', 'true', 'final', 'live'],
    [
      ...results.map((r) => [
        r.counted ? r.file : `${r.file} (doubtful, not in the sum)`,
        String(r.truth),
        String(r.final),
        String(r.live),
      ]),
      ['sum', String(reps), share(final), share(live)],
    ],
  );
}
