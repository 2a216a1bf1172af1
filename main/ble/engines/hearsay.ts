import { plainLine } from '../../../src/words/plain-text.ts';
import type { Heard } from './engine.ts';
import type { PeripheralLike } from './noble-like.ts';
import { plainUuid } from './uuid.ts';

/** A hall full of phones advertises hundreds of times a second; the station needs to know a few times. */
const SAME_AGAIN_S = 0.2;
/** Phones change their address every quarter of an hour: what was heard long ago is forgotten. */
const FORGET_S = 60;

/** Longer names are nobody's, characters: an advertisement has 31 bytes, an extended one 255. */
const NAME_MOST = 60;

export function heardOf(peripheral: PeripheralLike): Heard {
  const { localName, serviceUuids, manufacturerData } = peripheral.advertisement;
  const hasMaker =
    manufacturerData !== undefined && manufacturerData !== null && manufacturerData.length >= 2;
  return {
    id: peripheral.id,
    // anybody's radio may say anything
    name: plainLine(localName ?? '').slice(0, NAME_MOST) || null,
    services: (serviceUuids ?? []).map(plainUuid),
    manufacturer_id: hasMaker ? manufacturerData.readUInt16LE(0) : null,
    rssi_dbm: peripheral.rssi,
  };
}

/** Lets pass what is new, and what is the same again only now and then. */
export function createHearsay(): (heard: Heard, at_s: number) => Heard | null {
  const last = new Map<string, { text: string; at_s: number }>();
  let swept_s = 0;
  return (heard, at_s) => {
    if (at_s - swept_s > FORGET_S) {
      swept_s = at_s;
      for (const [id, each] of last) if (at_s - each.at_s > FORGET_S) last.delete(id);
    }
    const text = `${heard.name} ${heard.services.join()} ${heard.manufacturer_id}`;
    const before = last.get(heard.id);
    if (before && before.text === text && at_s - before.at_s < SAME_AGAIN_S) return null;
    last.set(heard.id, { text, at_s });
    return heard;
  };
}
