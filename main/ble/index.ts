export { type BluetoothOptions, createBluetooth } from './bluetooth.ts';
export { type Clock, monotonicClock } from './clock.ts';
export type { MachineFacts } from './facts.ts';
export type { BuildAddon } from './helper-keeper.ts';
export {
  type ForkHelper,
  type ForkOptions,
  type HelperPort,
  nodeFork,
  type UtilityLike,
  utilityPort,
} from './port.ts';
export * from './types.ts';
