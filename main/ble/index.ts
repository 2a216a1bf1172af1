export { type BluetoothOptions, createBluetooth } from './bluetooth.ts';
export { type Clock, monotonicClock } from './clock.ts';
export { examineThisMachine } from './doctor-local.ts';
export type { BuildAddon } from './helper/engine-loader.ts';
export {
  type ForkHelper,
  type ForkOptions,
  type HelperPort,
  nodeFork,
  type UtilityLike,
  utilityPort,
} from './helper/port.ts';
export { createLocalBluetooth, type LocalOptions } from './local.ts';
export { type DoctorReport, type Finding, formatDoctor } from './machine/doctor.ts';
export type { MachineFacts } from './machine/facts.ts';
export * from './types.ts';
