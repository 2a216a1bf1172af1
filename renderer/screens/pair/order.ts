import type { FoundSensor } from '../../../src/contract/pairing.ts';

/** Nothing was heard of it: behind everything that was. */
const UNHEARD_DBM = -200;

/** Known ones first, then by signal; suitable before unsuitable, and by name so that equal ones stay put. */
export function inOrder(found: readonly FoundSensor[]): readonly FoundSensor[] {
  const rank = (sensor: FoundSensor): number =>
    (sensor.connected ? 4 : 0) + (sensor.known ? 2 : 0) + (sensor.unsuitable === null ? 1 : 0);
  const heard = ({ rssi_dbm }: FoundSensor): number =>
    // steps of 10 dB: cards must not change places with every advertisement
    Math.round((rssi_dbm ?? UNHEARD_DBM) / 10);
  return found.toSorted(
    (a, b) =>
      rank(b) - rank(a) || heard(b) - heard(a) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
}

export type SignalWord = 'strong' | 'fair' | 'weak' | 'none';

/** Signal strength from which 1, 2, 3 and 4 bars are shown, dBm; chosen here: near -85 small sensors begin to lose packets. */
const BARS_DBM = [-90, -80, -70, -60];

export function signalOf(rssi_dbm: number | null): { readonly bars: number; readonly word: SignalWord } {
  if (rssi_dbm === null) return { bars: 0, word: 'none' };
  const bars = BARS_DBM.filter((limit) => rssi_dbm >= limit).length;
  return { bars, word: bars >= 3 ? 'strong' : bars === 2 ? 'fair' : 'weak' };
}

export const hasNamesake = (all: readonly FoundSensor[], { id, name }: FoundSensor): boolean =>
  all.some((other) => other.id !== id && other.name === name);
