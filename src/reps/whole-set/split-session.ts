import type { Recording } from '../../recording/samples.ts';

/** Stillness as long as this parts two sets, s: rest-pause sets rest for 20 s and are one set. */
const PAUSE_S = 30;
/** Of a pause each of its neighbours keeps so much, s: a rest before the first rep gives the sensor its zero. */
const KEPT_REST_S = 10;
/** Length of a window that is still or not, s. */
const WINDOW_S = 0.5;
/** Spread of the length of the acceleration in a still window, g: a held bar shows 24 mg (median of real sets). */
const STILL_G = 0.02;

/** One set's part of a session that was recorded in one go. */
export interface SessionPart {
  /** From the first sample of the session, s. */
  readonly start_s: number;
  readonly recording: Recording;
}

/** The stretches of a recording between long pauses, each as a recording of its own; one when there is no pause. */
export function splitSession(recording: Recording): SessionPart[] {
  const { t_s } = recording;
  const moving = movingWindows(recording);
  const parts: SessionPart[] = [];
  let first = 0;
  for (let k = 1; k <= moving.length; k++) {
    const before = moving[k - 1] as Window;
    const next = moving[k];
    if (next !== undefined && next.from_s - before.to_s < PAUSE_S) continue;
    const begin_s = first === 0 ? Number.NEGATIVE_INFINITY : (moving[first] as Window).from_s - KEPT_REST_S;
    const end_s = next === undefined ? Number.POSITIVE_INFINITY : before.to_s + KEPT_REST_S;
    parts.push(partOf(recording, indexAt(t_s, begin_s), indexAt(t_s, end_s)));
    first = k;
  }
  return parts.length > 1 ? parts : [{ start_s: 0, recording }];
}

interface Window {
  readonly from_s: number;
  readonly to_s: number;
}

function movingWindows({ t_s, accel_g }: Recording): Window[] {
  const moving: Window[] = [];
  for (let i = 0; i < t_s.length; ) {
    const from_s = t_s[i] as number;
    let sum = 0;
    let squares = 0;
    let n = 0;
    for (; i < t_s.length && (t_s[i] as number) < from_s + WINDOW_S; i++, n++) {
      const x = accel_g[3 * i] as number;
      const y = accel_g[3 * i + 1] as number;
      const z = accel_g[3 * i + 2] as number;
      const length = Math.sqrt(x * x + y * y + z * z);
      sum += length;
      squares += length * length;
    }
    const mean = sum / n;
    if (squares / n - mean * mean > STILL_G * STILL_G) moving.push({ from_s, to_s: from_s + WINDOW_S });
  }
  return moving;
}

/** The first sample at or after a time. */
function indexAt(t_s: Float64Array, at_s: number): number {
  let low = 0;
  let high = t_s.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t_s[middle] as number) < at_s) low = middle + 1;
    else high = middle;
  }
  return low;
}

function partOf(recording: Recording, from: number, to: number): SessionPart {
  const start_s = recording.t_s[from] ?? 0;
  return {
    start_s,
    recording: {
      ...recording,
      t_s: recording.t_s.slice(from, to).map((t) => t - start_s),
      accel_g: recording.accel_g.slice(3 * from, 3 * to),
      gyro_dps: recording.gyro_dps?.slice(3 * from, 3 * to) ?? null,
    },
  };
}
