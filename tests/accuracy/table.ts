import { QUESTIONS, type Tally } from './answers.ts';
import { type FieldResult, fieldTotals } from './field.ts';
import { type Check, checkRung, met } from './goals.ts';
import { markdown, number, percent } from './markdown.ts';
import type { Goal, Rung } from './rung.ts';
import type { Confusion, Totals } from './totals.ts';

export interface RungResult {
  readonly rung: string;
  readonly says: string;
  readonly goal: Goal | null;
  readonly totals: Totals;
}

export function resultOf(rung: Rung, totals: Totals): RungResult {
  return { rung: rung.name, says: rung.says, goal: rung.goal ?? null, totals };
}

const confusion = (c: Confusion): string => `${c.full}/${c.short}/${c.partial}/${c.unsure}`;

export function finalTable(results: readonly RungResult[]): string {
  const header = [
    'rung',
    'sets',
    'exact',
    'miss',
    'phantom',
    'silently wrong',
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
    results.map((result) => {
      const { rung, totals: t } = result;
      const missed = new Set(
        checkRung(result)
          .filter((check) => !met(check))
          .map((check) => check.what),
      );
      const mark = (text: string, what: string): string => (missed.has(what) ? `${text} *` : text);
      return [
        rung,
        String(t.sets) + (t.crashed > 0 ? ` (${t.crashed} crashed)` : ''),
        mark(percent(t.exact_share), 'sets counted exactly'),
        String(t.missed),
        String(t.phantom),
        String(t.silently_wrong),
        mark(number(t.mcv_rmse_mps, 4), 'MCV RMSE, m/s'),
        number(t.mcv_bias_mps, 4),
        mark(number(t.pcv_rmse_mps, 4), 'PCV RMSE, m/s'),
        number(t.mpv_rmse_mps, 4),
        mark(number(t.rom_mae_m, 2, 100), 'ROM MAE, m'),
        number(t.rom_bias_m, 2, 100),
        mark(number(t.hold_mae_s, 0, 1000), 'hold MAE, s'),
        number(t.eccentric_mae_s, 0, 1000),
        mark(percent(t.mcv_coverage), 'MCV within 2 sigma'),
        mark(number(t.mcv_sigma_ratio, 2), 'MCV median sigma / RMSE'),
        mark(percent(t.rom_coverage), 'ROM within 2 sigma'),
        mark(number(t.rom_sigma_ratio, 2), 'ROM median sigma / RMSE'),
        mark(percent(t.hold_coverage), 'hold within 2 sigma'),
        number(t.yardstick_mcv_rmse_mps, 4),
        number(t.yardstick_rom_mae_m, 2, 100),
      ];
    }),
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
      'ended early',
      'silently wrong',
      'by stated sigma',
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
              String(l.early_ends),
              String(l.silently_wrong),
              String(l.beyond_stated),
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

/** What was asked for and is not reached; everything else is. */
export function goalTable(checks: readonly Check[]): string {
  const missed = checks.filter((check) => !met(check));
  const wanted = ({ least, most }: Check): string =>
    [least === null ? '' : `>= ${least}`, most === null ? '' : `<= ${most}`]
      .filter((part) => part !== '')
      .join(', ');
  const rows = missed.map((check) => [check.rung, check.what, check.value.toFixed(4), wanted(check)]);
  const sentence = `${checks.length - missed.length} of ${checks.length} reached.`;
  return rows.length === 0 ? sentence : `${sentence}\n\n${markdown(['rung', 'missed', 'is', 'asked'], rows)}`;
}
