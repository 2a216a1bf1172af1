/** Monotonic time, s. The system's own counter, so it is the same in the station and in its helper process. */
export interface Clock {
  now_s(): number;
}

const NS_PER_S = 1e9;

/** `process.hrtime` has one origin per machine (CLOCK_MONOTONIC, QueryPerformanceCounter), not per process. */
export const monotonicClock: Clock = {
  now_s: () => Number(process.hrtime.bigint()) / NS_PER_S,
};
