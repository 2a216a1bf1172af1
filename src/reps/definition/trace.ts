/** Vertical motion of the bar: what the numbers of a rep are computed from. */
export interface MotionTrace {
  /** Strictly increasing, s. */
  readonly t_s: Float64Array;
  readonly height_m: Float64Array;
  readonly velocity_mps: Float64Array;
  readonly accel_mps2: Float64Array;
}

/** A moment of a trace, between samples where a threshold was crossed there. */
export interface Moment {
  readonly t_s: number;
  readonly height_m: number;
  readonly velocity_mps: number;
  /** The sample at or before it. */
  readonly sample: number;
}

export function momentAt(trace: MotionTrace, sample: number): Moment {
  return {
    t_s: trace.t_s[sample] as number,
    height_m: trace.height_m[sample] as number,
    velocity_mps: trace.velocity_mps[sample] as number,
    sample,
  };
}

/** Where the velocity passes `level_mps` between `sample` and the next one. */
export function crossing(trace: MotionTrace, sample: number, level_mps: number): Moment {
  const t0 = trace.t_s[sample] as number;
  const dt = (trace.t_s[sample + 1] as number) - t0;
  const v0 = trace.velocity_mps[sample] as number;
  const v1 = trace.velocity_mps[sample + 1] as number;
  const share = v1 === v0 ? 0 : Math.min(1, Math.max(0, (level_mps - v0) / (v1 - v0)));
  const h0 = trace.height_m[sample] as number;
  const h1 = trace.height_m[sample + 1] as number;
  // straight velocity between samples: the height in between is a parabola through both ends
  const bulge = ((v0 - v1) * dt * share * (1 - share)) / 2;
  return {
    t_s: t0 + share * dt,
    height_m: h0 + share * (h1 - h0) + bulge,
    velocity_mps: v0 + share * (v1 - v0),
    sample,
  };
}
