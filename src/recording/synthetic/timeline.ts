import type { SpeedCurve } from './profile.ts';

/** Grid of the noise-free world. Voluntary movement is below 10 Hz, plates ring at up to 45 Hz. */
export const GRID_HZ = 1000;
export const GRID_DT_S = 1 / GRID_HZ;

export type RepKind = 'full' | 'half' | 'failed';

/** Where a rep was meant to be, as grid indices. What it measured is found from the path itself. */
export interface RepIntent {
  readonly kind: RepKind;
  /** Earliest moment that can belong to this concentric: the previous descent is over. */
  readonly bottom_from: number;
  readonly concentric: readonly [number, number];
  /** Last moment of the stay at the top. */
  top_until: number;
  /** The rep's own descent; null when the bar went somewhere else (a rack). */
  eccentric: readonly [number, number] | null;
}

/** Plates, rack or heels hit something: a damped ring that starts with the velocity at contact. */
export interface Impact {
  readonly at: number;
  /** Vertical velocity at contact, m/s, negative downward. */
  readonly velocity_mps: number;
  readonly ring_hz: number;
  readonly damping: number;
  /** The bar arrives with this velocity and is stopped; otherwise it is only knocked. */
  readonly arriving: boolean;
  /** Share that shakes the bar sideways and turns it. */
  readonly sideways: number;
  /** True when plates met the floor (or the bar its pins). */
  readonly floor: boolean;
}

export interface Timeline {
  readonly length: number;
  /** Voluntary vertical velocity, m/s. */
  readonly rise: Float64Array;
  /** Forward velocity of the whole bar, m/s (walking, rolling on the floor). */
  readonly forward: Float64Array;
  /** Rate of turn about the bar's own axis that has nothing to do with height, rad/s. */
  readonly spin: Float64Array;
  /** Rate at which one end is lifted, rad/s. */
  readonly tip: Float64Array;
  /** 0 the bar lies still, 1 a body holds it. */
  readonly held: Float64Array;
  readonly impacts: readonly Impact[];
  readonly intents: readonly RepIntent[];
}

export type ChannelName = 'rise' | 'forward' | 'spin' | 'tip';

/** Tells the story of a bar second by second. Heights are metres above where the story began. */
export interface TimelineBuilder {
  /** Present grid index and present planned height. */
  readonly now: number;
  readonly height_m: number;
  /** Nothing voluntary happens for a while. */
  wait(duration_s: number, held: number): void;
  /** Moves a channel by `distance` over `duration_s` while time passes. */
  move(channel: ChannelName, distance: number, duration_s: number, shape: SpeedCurve, held: number): void;
  /** The same laid over time that has already been told, ending now. */
  overlay(channel: ChannelName, distance: number, duration_s: number, shape: SpeedCurve): void;
  impact(impact: Omit<Impact, 'at'>, offset_s?: number): void;
  intend(intent: RepIntent): void;
  finish(): Timeline;
}

export function createTimelineBuilder(): TimelineBuilder {
  let capacity = 1 << 14;
  let now = 0;
  let height_m = 0;
  const grow = (old: Float64Array): Float64Array => {
    const bigger = new Float64Array(capacity);
    bigger.set(old);
    return bigger;
  };
  const empty = (): Float64Array => new Float64Array(capacity);
  let channels = { rise: empty(), forward: empty(), spin: empty(), tip: empty(), held: empty() };
  const impacts: Impact[] = [];
  const intents: RepIntent[] = [];

  const reserve = (more: number): void => {
    if (now + more <= capacity) return;
    while (now + more > capacity) capacity *= 2;
    const { rise, forward, spin, tip, held } = channels;
    channels = {
      rise: grow(rise),
      forward: grow(forward),
      spin: grow(spin),
      tip: grow(tip),
      held: grow(held),
    };
  };

  const lay = (
    channel: ChannelName,
    from: number,
    count: number,
    distance: number,
    shape: SpeedCurve,
  ): void => {
    let area = 0;
    for (let i = 0; i < count; i++) area += shape((i + 0.5) / count);
    const scale = distance / (area * GRID_DT_S);
    const values = channels[channel];
    for (let i = 0; i < count; i++)
      values[from + i] = (values[from + i] ?? 0) + scale * shape((i + 0.5) / count);
    if (channel === 'rise') height_m += distance;
  };

  const wait = (duration_s: number, held: number): void => {
    const count = Math.max(0, Math.round(duration_s * GRID_HZ));
    reserve(count);
    channels.held.fill(held, now, now + count);
    now += count;
  };

  return {
    get now() {
      return now;
    },
    get height_m() {
      return height_m;
    },
    wait,
    move(channel, distance, duration_s, shape, held) {
      const from = now;
      wait(Math.max(duration_s, GRID_DT_S), held);
      lay(channel, from, now - from, distance, shape);
    },
    overlay(channel, distance, duration_s, shape) {
      const count = Math.min(now, Math.max(1, Math.round(duration_s * GRID_HZ)));
      lay(channel, now - count, count, distance, shape);
    },
    impact(impact, offset_s = 0) {
      impacts.push({ ...impact, at: now + Math.round(offset_s * GRID_HZ) });
    },
    intend(intent) {
      intents.push(intent);
    },
    finish() {
      const { rise, forward, spin, tip, held } = channels;
      const cut = (values: Float64Array): Float64Array => values.slice(0, now);
      return {
        length: now,
        rise: cut(rise),
        forward: cut(forward),
        spin: cut(spin),
        tip: cut(tip),
        held: cut(held),
        impacts,
        intents,
      };
    },
  };
}
