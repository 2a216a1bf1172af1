import type { Handlers } from '../src/contract/requests.ts';
import { dataHandlers } from './station/handlers-data.ts';
import { pairHandlers } from './station/handlers-pair.ts';
import { stationHandlers } from './station/handlers-station.ts';
import type { Station } from './station/station.ts';

/** Every request a page can make, carried out; shared by both shells. */
export function createHandlers(station: Station): Handlers {
  return { ...stationHandlers(station), ...pairHandlers(station), ...dataHandlers(station) };
}
