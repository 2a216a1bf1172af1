export type { Clock } from './clock.ts';
export { monotonicClock } from './clock.ts';
export type { ForkHelper, ForkOptions, HelperPort, UtilityLike } from './port.ts';
export { nodeFork, utilityPort } from './port.ts';
export * from './types.ts';
