import type { ClockKind } from '../samples.ts';
import type { Random } from './random.ts';
import type { Readings } from './readings.ts';

/** The way from the sensor to this computer. */
export interface Delivery {
  readonly clock: ClockKind;
  /** Readings per notification. */
  readonly frames: number;
  /** Time between two chances to send, s: WitMotion arrivals have a median of 31 ms. */
  readonly interval_s: number;
  /** Share of chances missed (sent again at the next). */
  readonly missed: number;
  /** Stalls per second, and how long they last, s; what waited arrives at once. */
  readonly stalls_hz: number;
  readonly stall_s: readonly [number, number];
  /** Share of notifications that never arrive. */
  readonly lost: number;
  /** Device clock: its own rate error (one sigma) and the step of its time stamps, s. */
  readonly clock_error: number;
  readonly clock_step_s: number;
}

/** A sensor with its own time stamps, as Movesense or the open profile. */
export const DEVICE_CLOCK: Delivery = {
  clock: 'device',
  frames: 8,
  interval_s: 0.015,
  missed: 0.02,
  stalls_hz: 0,
  stall_s: [0.06, 0.15],
  lost: 0,
  clock_error: 30e-6,
  clock_step_s: 1e-6,
};

/** WitMotion through a phone or laptop: bursts of 4 to 16 frames that share an arrival time. */
export const BURSTY_ARRIVAL: Delivery = {
  clock: 'arrival',
  frames: 4,
  interval_s: 0.03,
  missed: 0.12,
  stalls_hz: 0.08,
  stall_s: [0.06, 0.24],
  lost: 0,
  clock_error: 0,
  clock_step_s: 1e-3,
};

/** One notification: which readings, when it arrived (s after the story began), what times it carries. */
export interface Notification {
  readonly from: number;
  readonly to: number;
  readonly at_s: number;
}

/** Radio and queueing on the sensor's side before the first chance to send, s. */
const READY_S = 0.003;
/** The operating system hands a notification over within this time, s. */
const HANDOVER_S = 0.004;

export function deliver(readings: Readings, delivery: Delivery, random: Random): Notification[] {
  const notifications: Notification[] = [];
  const phase_s = random.unit() * delivery.interval_s;
  let stallEnd_s = -1;
  let checked_s = 0;
  let last_s = 0;
  for (let from = 0; from < readings.count; from += delivery.frames) {
    const to = Math.min(from + delivery.frames, readings.count);
    const ready_s = (readings.t_s[to - 1] ?? 0) + READY_S;
    if (random.chance(delivery.stalls_hz * (ready_s - checked_s)))
      stallEnd_s = ready_s + random.uniform(delivery.stall_s[0], delivery.stall_s[1]);
    checked_s = ready_s;
    let turn = Math.ceil((Math.max(ready_s, stallEnd_s) - phase_s) / delivery.interval_s);
    while (random.chance(delivery.missed)) turn++;
    const sent_s = phase_s + turn * delivery.interval_s + HANDOVER_S * random.unit() ** 3;
    // in order: nothing overtakes
    last_s = Math.max(last_s, sent_s);
    if (!random.chance(delivery.lost)) notifications.push({ from, to, at_s: last_s });
  }
  return notifications;
}
