import { movellaDot } from './dot/dot.ts';
import type { Advertisement, SensorDriver } from './driver.ts';
import { metamotion } from './metamotion/metamotion.ts';
import { movesense } from './movesense/movesense.ts';
import { openProfile } from './open-profile/open-profile.ts';
import { polarH10, polarOh1, polarVeritySense } from './polar/polar.ts';
import { witmotion } from './witmotion/witmotion.ts';

/** Every sensor family the station speaks, in the order in which an advertisement is offered to them. */
export const sensorDrivers: readonly SensorDriver[] = [
  witmotion,
  movesense,
  openProfile,
  polarVeritySense,
  polarOh1,
  polarH10,
  metamotion,
  movellaDot,
];

/** The driver for what a scan found; null when it is of no known family. */
export function driverFor(advertisement: Advertisement): SensorDriver | null {
  return sensorDrivers.find((driver) => driver.recognise(advertisement)) ?? null;
}

/** The driver that a stored sensor was paired with; null when this version does not know the family. */
export function driverByFamily(family: string): SensorDriver | null {
  return sensorDrivers.find((driver) => driver.family === family) ?? null;
}
