import type { TraceRing } from '../../state/trace-ring.ts';
import type { Lockout } from './lockouts.ts';

/** Seconds of bar movement on show: two to three reps. */
const WINDOW_S = 12;
/** The newest point stands here, so that the line's head is seen against empty paper. */
const HEAD_SHARE = 0.94;
/** Without movement the paper shows at least this much height, m: noise must not look like a lift. */
const MIN_HEIGHT_M = 0.25;
/** Room above and below the line, of the height shown. */
const MARGIN_SHARE = 0.12;
/** How fast the scale follows, of the distance per frame. */
const FOLLOW = 0.12;
/** A hole in the samples longer than this is left open, s. */
const GAP_S = 0.4;

export interface TraceView {
  readonly trace: TraceRing;
  readonly lockouts: readonly Lockout[];
  readonly reference_m: number | null;
  /** By the station's steady clock. */
  readonly now_epoch_ms: number;
  /** Reduced motion: the line is written across resting paper instead of the paper running. */
  readonly calm: boolean;
}

export function createTracePainter(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
  const tokens = getComputedStyle(canvas);
  const [line, dash] = ['--accent', '--text-3'].map((name) => tokens.getPropertyValue(name).trim());
  const shade = '#161d24';
  let low_m = 0;
  let high_m = MIN_HEIGHT_M;
  let first = true;

  function scale(view: TraceView, from_s: number): number {
    const { trace, reference_m, calm } = view;
    let bottom_m = Number.POSITIVE_INFINITY;
    let top_m = Number.NEGATIVE_INFINITY;
    for (let i = trace.length - 1; i >= 0 && trace.t_s(i) >= from_s; i--) {
      bottom_m = Math.min(bottom_m, trace.height_m(i));
      top_m = Math.max(top_m, trace.height_m(i));
    }
    const wanted = Math.max(top_m - bottom_m, reference_m ?? 0, MIN_HEIGHT_M);
    const follow = calm || first ? 1 : FOLLOW;
    low_m += (bottom_m - wanted * MARGIN_SHARE - low_m) * follow;
    high_m += (bottom_m + wanted * (1 + MARGIN_SHARE * 2) - high_m) * follow;
    // Room is made at once: the line never leaves the paper.
    low_m = Math.min(low_m, bottom_m - (wanted * MARGIN_SHARE) / 2);
    high_m = Math.max(high_m, top_m + (wanted * MARGIN_SHARE) / 2);
    first = false;
    return bottom_m;
  }

  return {
    paint(view: TraceView): void {
      const { width, height } = canvas;
      context.clearRect(0, 0, width, height);
      const newest_s = view.trace.newest_s;
      if (newest_s === null || width === 0) return;
      const [from_s, to_s] = stretch(view, newest_s);
      const bottom_m = scale(view, from_s);
      const px = devicePixelRatio;
      const x = (t_s: number): number => ((t_s - from_s) / (to_s - from_s)) * width;
      const y = (h_m: number): number => height - ((h_m - low_m) / (high_m - low_m)) * height;

      context.fillStyle = shade;
      for (const { start_s, end_s } of view.lockouts) {
        const right = x(end_s ?? newest_s);
        if (right > 0) context.fillRect(x(start_s), 0, right - x(start_s), height);
      }
      if (view.reference_m !== null) {
        context.strokeStyle = dash ?? '';
        context.lineWidth = Math.max(1.5 * px, height / 200);
        context.setLineDash([context.lineWidth * 3, context.lineWidth * 4]);
        context.beginPath();
        const at = y(bottom_m + view.reference_m);
        context.moveTo(0, at);
        context.lineTo(width, at);
        context.stroke();
        context.setLineDash([]);
      }
      drawLine(view.trace, from_s, x, y, px, height);
    },
  };

  function drawLine(
    trace: TraceRing,
    from_s: number,
    x: (t_s: number) => number,
    y: (h_m: number) => number,
    px: number,
    height: number,
  ): void {
    context.strokeStyle = line ?? '';
    // As thick for someone 3 m away on a 4K screen as on a laptop.
    context.lineWidth = Math.max(3 * px, height / 75);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.beginPath();
    let before_s = Number.NEGATIVE_INFINITY;
    let first_i = trace.length - 1;
    while (first_i > 0 && trace.t_s(first_i) >= from_s) first_i--;
    for (let i = first_i; i < trace.length; i++) {
      const t_s = trace.t_s(i);
      if (t_s - before_s > GAP_S) context.moveTo(x(t_s), y(trace.height_m(i)));
      else context.lineTo(x(t_s), y(trace.height_m(i)));
      before_s = t_s;
    }
    context.stroke();
    if (trace.length === 0) return;
    context.fillStyle = line ?? '';
    context.beginPath();
    const last = trace.length - 1;
    context.arc(x(trace.t_s(last)), y(trace.height_m(last)), context.lineWidth * 1.3, 0, 2 * Math.PI);
    context.fill();
  }
}

/** The stretch of sample time on show, s. */
function stretch({ trace, now_epoch_ms, calm }: TraceView, newest_s: number): [number, number] {
  if (calm) {
    const page = WINDOW_S * HEAD_SHARE;
    const from_s = Math.floor(newest_s / page) * page;
    return [from_s, from_s + WINDOW_S];
  }
  // Between frames the paper runs on by the clock, a little at most, so that it does not stutter.
  const now_s = Math.min(trace.sampleTimeAt(now_epoch_ms) ?? newest_s, newest_s + 0.1);
  const head_s = Math.max(newest_s, now_s);
  return [head_s - WINDOW_S * HEAD_SHARE, head_s + WINDOW_S * (1 - HEAD_SHARE)];
}
