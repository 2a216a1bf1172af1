import type { Rep } from '../../src/reps/rep.ts';

export interface RepSketch {
  readonly mcv_mps?: number;
  readonly rom_m?: number;
  readonly range?: Rep['verdict']['range'];
  readonly hold?: Rep['verdict']['hold'];
  readonly lowering?: Rep['verdict']['lowering'];
  readonly quality?: Rep['quality'];
}

/** A rep with the few numbers a test is about; the rest is a plain hip thrust. */
export function sketchRep(index: number, sketch: RepSketch = {}): Rep {
  const {
    mcv_mps = 0.5,
    rom_m = 0.3,
    range = 'full',
    hold = 'met',
    lowering = 'controlled',
    quality = 'good',
  } = sketch;
  const start = 4 * index;
  return {
    index,
    start_s: start,
    announced_s: null,
    concentric: { start_s: start, end_s: start + 0.6, duration_s: 0.6 },
    lockout: {
      start_s: start + 0.6,
      end_s: start + 1.8,
      hold_s: 1.2,
      hold_sigma_s: 0.03,
      announced_s: null,
    },
    eccentric: { start_s: start + 1.8, end_s: start + 3, duration_s: 1.2, peak_mps: 0.4, mean_mps: 0.25 },
    bottom: { duration_s: 0.5, floor_contact: true },
    mcv_mps: quality === 'unusable' ? null : mcv_mps,
    mcv_sigma_mps: 0.027,
    mcv_repeat_sigma_mps: 0.01,
    pcv_mps: 0.9,
    mpv_mps: mcv_mps,
    time_to_peak_s: 0.3,
    rom_m,
    rom_sigma_m: 0.019,
    rom_repeat_sigma_m: 0.006,
    mean_power_w: null,
    peak_power_w: null,
    quality,
    reasons: quality === 'good' ? [] : ['gap'],
    verdict: { range, hold, lowering, flags: [], range_ratio: 1, range_ratio_sigma: 0.03 },
  };
}
