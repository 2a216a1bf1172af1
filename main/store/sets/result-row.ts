import { countHolds } from '../../../src/reps/measure/count-holds.ts';
import type { Quality, Rep, SetSummary } from '../../../src/reps/rep.ts';
import type { RecordingFacts } from '../../../src/signal/recording-facts.ts';
import { type EveningRow, eveningRow } from './evening-row.ts';

/** What an analysis says about the whole set, as columns of `sets` (schema/v1.ts). */
export interface SummaryRow {
  readonly reps: number;
  readonly full_reps: number;
  readonly short_reps: number;
  readonly partial_reps: number;
  readonly unsure_reps: number;
  readonly failed_reps: number;
  readonly holds_met: number;
  readonly holds_judged: number;
  readonly mean_mcv_mps: number | null;
  readonly best_mcv_mps: number | null;
  readonly velocity_loss_pct: number | null;
  readonly mean_hold_s: number | null;
  readonly summary_reference_rom_m: number | null;
}

export interface RecordingRow {
  readonly duration_s: number;
  readonly samples: number;
  readonly rate_hz: number | null;
  readonly effective_rate_hz: number | null;
  readonly gaps: number;
  readonly clipped: number;
  readonly despiked: number;
  readonly axes: 3 | 6;
  readonly quality: Quality;
  readonly reasons: string;
  readonly lever_m: number | null;
}

/** `reps` are those that count: without deleted and failed ones. A hold nobody can judge is not judged. */
export const rowOfSummary = (summary: SetSummary, reps: readonly Rep[]): SummaryRow & EveningRow => ({
  ...eveningRow(reps),
  reps: summary.reps,
  full_reps: summary.full,
  short_reps: summary.short,
  partial_reps: summary.partial,
  unsure_reps: summary.unsure,
  failed_reps: summary.failed,
  holds_met: countHolds(reps).met,
  holds_judged: countHolds(reps).judged,
  mean_mcv_mps: summary.mean_mcv_mps,
  best_mcv_mps: summary.best_mcv_mps,
  velocity_loss_pct: summary.velocity_loss_pct,
  mean_hold_s: summary.mean_hold_s,
  summary_reference_rom_m: summary.reference_rom_m,
});

export const summaryOfRow = (row: SummaryRow): SetSummary => ({
  reps: row.reps,
  full: row.full_reps,
  short: row.short_reps,
  partial: row.partial_reps,
  unsure: row.unsure_reps,
  failed: row.failed_reps,
  mean_mcv_mps: row.mean_mcv_mps,
  best_mcv_mps: row.best_mcv_mps,
  velocity_loss_pct: row.velocity_loss_pct,
  mean_hold_s: row.mean_hold_s,
  reference_rom_m: row.summary_reference_rom_m,
});

export const rowOfRecording = (recording: RecordingFacts): RecordingRow => ({
  duration_s: recording.duration_s,
  samples: recording.samples,
  rate_hz: recording.rate_hz,
  effective_rate_hz: recording.effective_rate_hz,
  gaps: recording.gaps,
  clipped: recording.clipped,
  despiked: recording.despiked,
  axes: recording.axes,
  quality: recording.quality,
  reasons: JSON.stringify(recording.reasons),
  lever_m: recording.lever_m,
});

export const recordingFactsOf = (row: RecordingRow): RecordingFacts => ({
  duration_s: row.duration_s,
  samples: row.samples,
  rate_hz: row.rate_hz,
  effective_rate_hz: row.effective_rate_hz,
  gaps: row.gaps,
  clipped: row.clipped,
  despiked: row.despiked,
  axes: row.axes,
  quality: row.quality,
  reasons: JSON.parse(row.reasons) as string[],
  lever_m: row.lever_m,
});
