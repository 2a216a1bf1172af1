import { driverByFamily } from '../../src/sensors/index.ts';
import { words } from '../../src/words/index.ts';
import type { Link } from './link/types.ts';
import { IN_RANGE_S, type Sighting } from './scanner.ts';
import type { Device, KnownSensor, LinkPhase } from './types.ts';

export interface DeviceListOptions {
  readonly sightings: readonly Sighting[];
  readonly known: readonly KnownSensor[];
  readonly links: ReadonlyMap<string, Link>;
  readonly now_s: number;
}

const SILENT_RSSI_DBM = -200;
const LINKED: ReadonlySet<LinkPhase> = new Set(['discovering', 'configuring', 'streaming', 'silent']);

/** Every sensor in range or known, with what is known of it: known ones first, then by signal. */
export function deviceList({ sightings, known, links, now_s }: DeviceListOptions): Device[] {
  const ids = new Set([
    ...known.map((each) => each.id),
    ...sightings
      .filter((each) => now_s - each.at_s < IN_RANGE_S || links.has(each.id))
      .map((each) => each.id),
  ]);
  const list = [...ids].map((id): Device => {
    const sighting = sightings.find((each) => each.id === id) ?? null;
    const memory = known.find((each) => each.id === id) ?? null;
    const driver = sighting?.driver ?? (memory ? driverByFamily(memory.family) : null);
    const link = links.get(id)?.snapshot() ?? null;
    // a connected sensor is heard by its stream, not by advertising
    const linked = link !== null && LINKED.has(link.phase);
    const in_range = linked || (sighting !== null && now_s - sighting.at_s < IN_RANGE_S);
    return {
      id,
      name: memory?.name ?? sighting?.advertised_name ?? driver?.title ?? id,
      advertised_name: sighting?.advertised_name ?? null,
      family: driver?.family ?? memory?.family ?? 'unknown',
      family_title: driver?.title ?? words.link.unknownFamily,
      unsuitable: driver?.facts.unsuitable ?? null,
      rssi_dbm: in_range ? (link?.rssi_dbm ?? sighting?.rssi_dbm ?? null) : null,
      in_range,
      battery_percent: link?.battery_percent ?? null,
      known: memory !== null,
      connected: link !== null,
      link,
    };
  });
  const signal = (device: Device) => device.rssi_dbm ?? SILENT_RSSI_DBM;
  return list.sort((one, other) => Number(other.known) - Number(one.known) || signal(other) - signal(one));
}
