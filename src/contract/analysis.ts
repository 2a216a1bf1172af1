import { z } from 'zod';
import { LIFT_IDS } from '../lifts/lift.ts';
import { WHY_NOT } from '../reps/movement.ts';
import type { Analysis as CoreAnalysis } from '../reps/rep.ts';

/** Raised when a reader of version n could misread version n + 1; new keys do not raise it. */
export const ANALYSIS_SCHEMA_VERSION = 1;

const seconds = z.number();
const nullable = z.number().nullable();
const Quality = z.enum(['good', 'fair', 'unusable']);
const count = z.number().int().min(0);

const Rep = z.object({
  index: z.number().int().min(1).describe('1-based place in the set'),
  start_s: seconds.describe("start of the rep's first phase, s from the first sample"),
  announced_s: nullable.describe('with --live: when the causal path said so, s on the sample clock'),
  concentric: z.object({ start_s: seconds, end_s: seconds, duration_s: seconds }),
  lockout: z.object({
    start_s: seconds,
    end_s: nullable,
    hold_s: nullable,
    hold_sigma_s: nullable,
    announced_s: nullable.describe('with --live: when the start of the hold was said'),
  }),
  eccentric: z
    .object({
      start_s: seconds,
      end_s: seconds,
      duration_s: seconds,
      peak_mps: z.number().describe('positive'),
      mean_mps: z.number().describe('positive'),
    })
    .nullable()
    .describe('null when it was not seen (racked, or the recording ends)'),
  bottom: z.object({ duration_s: nullable, floor_contact: z.boolean().nullable() }),
  mcv_mps: nullable,
  mcv_sigma_mps: nullable.describe('1-sigma against a good instrument on the same bar'),
  mcv_repeat_sigma_mps: nullable.describe('the part that differs from rep to rep'),
  pcv_mps: nullable,
  mpv_mps: nullable,
  time_to_peak_s: nullable,
  rom_m: nullable,
  rom_sigma_m: nullable.describe('1-sigma against a good instrument on the same bar'),
  rom_repeat_sigma_m: nullable.describe('the part that differs from rep to rep: verdicts rest on it'),
  mean_power_w: nullable.describe('with --load-kg'),
  peak_power_w: nullable.describe('with --load-kg'),
  quality: Quality,
  reasons: z.array(z.string()),
  verdict: z.object({
    range: z.enum(['full', 'short', 'partial', 'unsure']),
    hold: z.enum(['met', 'missed', 'no-lockout', 'unsure']).nullable(),
    lowering: z.enum(['controlled', 'fast', 'dropped']).nullable(),
    flags: z.array(z.enum(['over-extended', 'floor-rest', 'unsteady', 'pulsed', 'failed'])),
  }),
});

const Movement = z.object({
  start_s: seconds,
  peak_s: seconds.describe('when the bar went up fastest'),
  top_s: seconds,
  rise_m: z.number().describe('from the lowest to the highest point'),
  peak_mps: z.number(),
  rep: z.number().int().min(1).nullable().describe('place among the reps; null: not counted'),
  why_not: z.enum(WHY_NOT).nullable().describe('null: counted'),
});

const SetSummary = z.object({
  reps: count,
  full: count,
  short: count,
  partial: count,
  unsure: count,
  failed: count,
  mean_mcv_mps: nullable,
  best_mcv_mps: nullable,
  velocity_loss_pct: nullable,
  mean_hold_s: nullable,
  reference_rom_m: nullable,
});

/** What `lockout analyze` prints (docs/command-line.md). Times in s from the first sample; null: not seen or not to be told. */
export const AnalysisReport = z.object({
  lockout: z.string().describe('version of the program'),
  algorithm: z.string().describe('version of everything that turns samples into reps'),
  schema: z.literal(ANALYSIS_SCHEMA_VERSION),
  lift: z.enum(LIFT_IDS),
  variation: z.string(),
  live: z.boolean().describe('true: what the causal path showed during the set'),
  recording: z.object({
    duration_s: seconds,
    samples: count,
    rate_hz: nullable,
    effective_rate_hz: nullable,
    gaps: count,
    clipped: count,
    despiked: count,
    axes: z.union([z.literal(3), z.literal(6)]),
    quality: Quality,
    reasons: z.array(z.string()),
    lever_m: nullable.describe(
      'distance of the sensor from the axis of the bar or from the hip, m, as a quick twist or the set itself told it; taken out of every number',
    ),
  }),
  reps: z.array(Rep),
  failed: z.array(Rep).describe('attempts that came down without lockout; not counted as reps'),
  set: SetSummary,
  movements: z
    .array(Movement)
    .optional()
    .describe('with --explain: every rise of the bar that was looked at, counted or not'),
  sets: z
    .array(
      z.object({
        index: z.number().int().min(1).describe('1-based place in the recording'),
        start_s: seconds.describe("where this set's part begins, s from the recording's first sample"),
        reps: z.array(Rep).describe('times from the first sample of the recording'),
        failed: z.array(Rep),
        set: SetSummary,
      }),
    )
    .optional()
    .describe('when the recording holds several sets: each by itself; `reps` above is all of them'),
});
export type AnalysisReport = z.infer<typeof AnalysisReport>;

/**
 * The published schema, for readers in other languages. It lets unknown keys pass (that of what comes in does, that of
 * what comes out would forbid them), because new ones may come without a new number.
 */
export const analysisJsonSchema = (): object => ({
  title: `Lockout analysis, version ${ANALYSIS_SCHEMA_VERSION}`,
  ...z.toJSONSchema(AnalysisReport, { io: 'input' }),
});

export interface ReportFacts {
  readonly lockout: string;
  readonly lift: AnalysisReport['lift'];
  readonly variation: string;
  readonly live: boolean;
  /** Tell every movement that was looked at, too. */
  readonly explain: boolean;
}

/** One of the sets of a recording that holds several. */
export type OneOfSets = Pick<CoreAnalysis, 'reps' | 'failed' | 'set'> & {
  readonly index: number;
  readonly start_s: number;
};

/** An analysis in the words of the published schema: what the schema does not name stays out. */
export function analysisReport(
  analysis: CoreAnalysis,
  facts: ReportFacts,
  sets?: readonly OneOfSets[],
): AnalysisReport {
  const movements = facts.explain ? analysis.movements : undefined;
  return AnalysisReport.parse({ ...analysis, movements, sets, ...facts, schema: ANALYSIS_SCHEMA_VERSION });
}
