import { describe, expect, test } from 'vitest';
import { createAxesRing } from '../../renderer/screens/pair/axes-ring.ts';
import { hasNamesake, inOrder, signalOf } from '../../renderer/screens/pair/order.ts';
import type { FoundSensor } from '../../src/contract/pairing.ts';
import type { TraceFrame } from '../../src/contract/station.ts';

const sensor = (name: string, what: Partial<FoundSensor> = {}): FoundSensor => ({
  id: name,
  name,
  advertised_name: name,
  family: 'witmotion',
  family_title: 'WitMotion',
  rssi_dbm: -70,
  battery_percent: null,
  known: false,
  in_range: true,
  connected: false,
  unsuitable: null,
  ...what,
});
const names = (sensors: readonly FoundSensor[]) => inOrder(sensors).map(({ name }) => name);

describe('cards of sensors', () => {
  test('stand connected first, then known ones, then by signal', () => {
    expect(
      names([
        sensor('far', { rssi_dbm: -92 }),
        sensor('near', { rssi_dbm: -45 }),
        sensor('known but away', { known: true, rssi_dbm: null, in_range: false }),
        sensor('known', { known: true, rssi_dbm: -80 }),
        sensor('mine', { known: true, connected: true, rssi_dbm: -90 }),
      ]),
    ).toEqual(['mine', 'known', 'known but away', 'near', 'far']);
  });

  test('do not change places when the signal wavers by a few dB', () => {
    const at = (a: number, b: number) => names([sensor('b', { rssi_dbm: b }), sensor('a', { rssi_dbm: a })]);
    expect(at(-62, -60)).toEqual(at(-60, -62));
  });

  test('what does not suit a bar stands behind what does', () => {
    const chest = sensor('chest strap', { rssi_dbm: -40, unsuitable: 'Measures the heart.' });
    expect(names([chest, sensor('bar', { rssi_dbm: -85 })])).toEqual(['bar', 'chest strap']);
  });
});

test('signal strength is told in bars and in a word', () => {
  expect(signalOf(-50)).toEqual({ bars: 4, word: 'strong' });
  expect(signalOf(-75)).toEqual({ bars: 2, word: 'fair' });
  expect(signalOf(-95)).toEqual({ bars: 0, word: 'weak' });
  expect(signalOf(null)).toEqual({ bars: 0, word: 'none' });
});

test('the axes keep the last seconds and nothing of a frame without a reading', () => {
  const ring = createAxesRing();
  const frame = (at_ms: number, accel_g: TraceFrame['accel_g']): TraceFrame => ({
    source_id: 'a',
    t_s: [],
    height_m: [],
    velocity_mps: [],
    newest: null,
    accel_g,
    gyro_dps: null,
    sent_epoch_ms: at_ms,
  });
  ring.push(frame(0, null));
  for (let i = 0; i < 5000; i++) ring.push(frame(i * 16, [0, 0, 1]));
  const shown = ring.since(5000 * 16 - 1000);
  expect(shown.length).toBeGreaterThan(60);
  expect(shown.length).toBeLessThan(66);
  expect(ring.since(5000 * 16 + 1)).toEqual([]);
});

test('two sensors of one name tell their address', () => {
  const all = [sensor('WT901', { id: 'a' }), sensor('WT901', { id: 'b' }), sensor('DOT')];
  expect(all.map((each) => hasNamesake(all, each))).toEqual([true, true, false]);
});
