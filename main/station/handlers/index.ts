import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Station } from '../station.ts';
import { atTheirBars } from './at-bars.ts';
import { binHandlers } from './bin.ts';
import { calibrateLiftHandlers } from './calibrate-lift.ts';
import { dataHandlers } from './data.ts';
import { exportHandlers } from './exporting.ts';
import { importHandlers } from './importing.ts';
import { mergeHandlers } from './merging.ts';
import { pairHandlers } from './pair.ts';
import { profileHandlers } from './profiles.ts';
import { stationHandlers } from './station.ts';
import { tonightHandlers } from './tonight.ts';
import { trainingHandlers } from './training.ts';

/** Every request about the station itself, carried out; shared by both shells. */
export function createHandlers(
  station: Station,
): Omit<Handlers, `${'gym' | 'lan' | 'log' | 'board' | 'stream'}:${string}`> {
  return {
    ...atTheirBars(station, (bar) => ({
      ...stationHandlers(bar),
      ...calibrateLiftHandlers(bar),
      ...pairHandlers(bar),
      ...tonightHandlers(bar),
    })),
    ...importHandlers(station),
    ...exportHandlers(station),
    ...dataHandlers(station),
    ...binHandlers(station),
    ...mergeHandlers(station),
    ...trainingHandlers(station),
    ...profileHandlers(station),
  };
}
