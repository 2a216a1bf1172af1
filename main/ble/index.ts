export { type BluetoothOptions, createBluetooth } from './bluetooth.ts';
export { type Clock, monotonicClock } from './clock.ts';
export { type DoctorReport, type Finding, formatDoctor } from './doctor.ts';
export { examineThisMachine } from './doctor-local.ts';
export type { MachineFacts } from './facts.ts';
export type { BuildAddon } from './helper-keeper.ts';
export { createLocalBluetooth, type LocalOptions } from './local.ts';
export {
  type ForkHelper,
  type ForkOptions,
  type HelperPort,
  nodeFork,
  type UtilityLike,
  utilityPort,
} from './port.ts';
export * from './types.ts';
