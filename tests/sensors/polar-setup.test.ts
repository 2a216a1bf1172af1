import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from '../../src/sensors/common/bytes.ts';
import { driverFor } from '../../src/sensors/index.ts';
import { createAnswerReader } from '../../src/sensors/polar/answers.ts';
import { command, polarStartCommand, readSettings } from '../../src/sensors/polar/control.ts';
import { polarH10, polarOh1, polarVeritySense } from '../../src/sensors/polar/polar.ts';
import { PMD_CONTROL, PMD_DATA } from '../../src/sensors/polar/setup.ts';
import { compressed, frame } from './polar-encode.ts';
import { notification, type Peripheral, runPlan } from './scripted-peripheral.ts';
import { vector } from './vectors.ts';

const SDK_ACCEL = '0005 1a00 3400 6800 d000 a001 0101 1000 0204 0200 0400 0800 1000 0401 03';
const SDK_GYRO = '0005 1a00 3400 6800 d000 a001 0101 1000 0204 fa00 f401 e803 d007 0401 03';
const PLAIN_ACCEL = '0001 3400 0101 1000 0201 0800 0401 03';

interface Behaviour {
  readonly features?: string;
  readonly sdkRefused?: boolean;
  readonly refuse?: Readonly<Record<string, number>>;
  readonly settings?: Readonly<Record<string, string>>;
  readonly factor?: string;
}

/** A Verity Sense by the documents: SDK mode opens the faster settings, and nothing starts twice. */
function polar(behaviour: Behaviour = {}): Peripheral & { readonly on: Set<number> } {
  const on = new Set<number>([2]); // left streaming by whoever was here before
  return {
    on,
    read: (characteristic) =>
      characteristic === PMD_CONTROL ? fromHex(behaviour.features ?? '0f6e02') : Uint8Array.of(88),
    written(characteristic, bytes) {
      const [op = 0, type = 0] = bytes;
      if (characteristic !== PMD_CONTROL) return [];
      const answer = (status: number, more = '') => [
        notification(PMD_CONTROL, `f0${toHex(Uint8Array.of(op, type, status))}00${more}`),
      ];
      const refusal = behaviour.refuse?.[toHex(bytes.slice(0, 2))];
      if (refusal !== undefined) return answer(refusal);
      if (op === 3) return answer(on.delete(type) ? 0 : 6);
      if (op === 2 && type === 9) {
        if (behaviour.sdkRefused || on.size > 0) return answer(12);
        on.add(9);
        return answer(0);
      }
      if (op === 4) return on.has(9) ? answer(0, type === 2 ? SDK_ACCEL : SDK_GYRO) : answer(12);
      if (op === 1)
        return answer(
          0,
          behaviour.settings?.[type] ??
            (type === 2 ? PLAIN_ACCEL : vector('polar-cp-settings-gyro').hex.slice(10)),
        );
      on.add(type);
      return answer(0, behaviour.factor ?? '');
    },
  };
}

describe('control point', () => {
  const verity = readSettings(fromHex(SDK_ACCEL));
  const gyro = readSettings(fromHex(SDK_GYRO));
  const plain = readSettings(fromHex(PLAIN_ACCEL));
  const h10 = readSettings(fromHex('0004 1900 3200 6400 c800 0101 1000 0203 0200 0400 0800'));

  test.each([
    ['polar-cmd-verity-acc52', polarStartCommand(2, plain, { rate_hz: 52, range: 8 })],
    ['polar-cmd-verity-acc208-sdk', polarStartCommand(2, verity, { rate_hz: 208, range: 16 })],
    ['polar-cmd-verity-gyro208-sdk', polarStartCommand(5, gyro, { rate_hz: 208, range: 2000 })],
    ['polar-cmd-h10-acc200', polarStartCommand(2, h10, { rate_hz: 200, range: 8 })],
    ['polar-cmd-stop-acc', command(3, 2)],
    ['polar-cmd-sdk-on', command(2, 9)],
    ['polar-cmd-sdk-off', command(3, 9)],
    ['polar-cmd-get-acc', command(1, 2)],
  ])('%s', (id, bytes) => {
    expect(toHex(bytes)).toBe(vector(id).hex);
  });

  test('polar-cp-ok', () => {
    const { bytes, expected } = vector('polar-cp-ok');
    const reader = createAnswerReader(expected.op, expected.type);
    expect(reader.push(bytes)).toBe(true);
    expect(reader.answer()?.status).toBe(expected.status);
  });

  test('polar-cp-settings-gyro, whole and in three pieces', () => {
    const { bytes, expected } = vector('polar-cp-settings-gyro');
    const whole = createAnswerReader(1, 5);
    expect(whole.push(bytes)).toBe(true);
    const settings = whole.answer()?.settings;
    expect([0, 1, 2, 4].map((id) => settings?.get(id))).toEqual([
      expected.rates,
      expected.bits,
      expected.ranges_dps,
      expected.ch,
    ]);

    const pieces = createAnswerReader(1, 5);
    const first = bytes.slice(0, 12);
    first[4] = 1;
    expect(pieces.push(first)).toBe(false);
    expect(pieces.push(concat(Uint8Array.of(1), bytes.slice(12, 18)))).toBe(false);
    expect(pieces.push(concat(Uint8Array.of(0), bytes.slice(18)))).toBe(true);
    expect(pieces.answer()?.settings).toEqual(settings);
  });

  test('an answer to something else is not ours', () => {
    expect(createAnswerReader(2, 5).push(vector('polar-cp-ok').bytes)).toBe(false);
  });
});

describe('connecting a Verity Sense', () => {
  test('stops leftovers, enters SDK mode and starts both streams at 208 Hz with the widest ranges', () => {
    const peripheral = polar();
    const session = polarVeritySense.open({ rate_hz: 200 });
    const { result, writes, steps } = runPlan(session.setup(), peripheral);
    expect(result.failure).toBeUndefined();
    expect(result.warnings).toEqual([]);
    expect(result.sensor).toMatchObject({ nominal_rate_hz: 208, accel_range_g: 16, gyro_range_dps: 2000 });
    expect(result.sensor.delivery_delay_s).toBeCloseTo(0.31, 2);
    expect(steps.slice(0, 2).map((s) => s.do)).toEqual(['subscribe', 'subscribe']);
    expect(writes.slice(0, 4)).toEqual(['0302', '0305', '0309', '0209']);
    expect(writes).toContain(vector('polar-cmd-verity-acc208-sdk').hex);
    expect(writes).toContain(vector('polar-cmd-verity-gyro208-sdk').hex);
    expect([...peripheral.on].sort()).toEqual([2, 5, 9]);

    runPlan(session.teardown(), peripheral);
    expect([...peripheral.on]).toEqual([]);
  });

  test('the factor confirmed at the start scales the stream', () => {
    const session = polarVeritySense.open({ rate_hz: 208 });
    runPlan(session.setup(), polar({ refuse: { '0205': 3 }, factor: '0501 0000003f' }));
    const { batch } = session.decode(
      PMD_DATA,
      frame(2, 10n ** 9n, 0x81, compressed([[2000, 0, 0]], 8, 8)),
      0,
    );
    expect([...(batch?.accel_g ?? [])]).toEqual([1, 0, 0]);
  });

  test('without SDK mode it runs at 52 Hz and says how late that is', () => {
    const { result } = runPlan(polarVeritySense.open({ rate_hz: 208 }).setup(), polar({ sdkRefused: true }));
    expect(result.failure).toBeUndefined();
    expect(result.sensor).toMatchObject({ nominal_rate_hz: 52, accel_range_g: 8 });
    expect(result.warnings.join()).toMatch(/52 Hz .*1\.3 s late/);
  });

  test('angular rate refused: three axes, said plainly', () => {
    const session = polarVeritySense.open({ rate_hz: 208 });
    const { result } = runPlan(session.setup(), polar({ refuse: { '0205': 12 } }));
    expect(result.sensor.gyro_range_dps).toBeNull();
    expect(result.warnings.join()).toMatch(/No rotation/);
    const { batch } = session.decode(
      PMD_DATA,
      frame(
        2,
        10n ** 9n,
        0x81,
        compressed(
          [
            [0, 0, 1000],
            [0, 0, 1001],
          ],
          8,
          8,
        ),
      ),
      0,
    );
    expect(batch?.count).toBe(2);
    expect(batch?.gyro_dps).toBeNull();
  });

  test('in its charger it does not start, and says so', () => {
    const { result } = runPlan(
      polarVeritySense.open({ rate_hz: 208 }).setup(),
      polar({ refuse: { '0202': 13 } }),
    );
    expect(result.failure).toMatch(/charger/);
  });

  test('silence is a failure within half a minute', () => {
    const { result, waited_ms } = runPlan(polarVeritySense.open({ rate_hz: 208 }).setup());
    expect(result.failure).toMatch(/not responding/);
    expect(waited_ms).toBeLessThan(30_000);
  });

  test('battery', () => {
    const battery = polarVeritySense.open({ rate_hz: 208 }).battery();
    expect(battery && runPlan(battery, polar()).result).toBe(88);
  });
});

describe('OH1 and H10', () => {
  test('are known, and called unsuitable in words', () => {
    const by = (name: string) => driverFor({ name, services: ['180d', 'feee'], manufacturer_id: 0x6b });
    expect(by('Polar Sense B51A2D26')).toBe(polarVeritySense);
    expect(by('Polar OH1 6AB1C22F')).toBe(polarOh1);
    expect(by('Polar H10 7E1B542A')).toBe(polarH10);
    expect(polarVeritySense.facts.unsuitable).toBeNull();
    expect(polarOh1.facts.unsuitable).toMatch(/no gyroscope/);
    expect(polarH10.facts.unsuitable).toMatch(/skin contact/);
  });

  test('an H10 streams raw acceleration all the same', () => {
    const session = polarH10.open({ rate_hz: 200 });
    const settings = '0004 1900 3200 6400 c800 0101 1000 0203 0200 0400 0800';
    const { result, writes } = runPlan(
      session.setup(),
      polar({ features: '0f0500', settings: { 2: settings } }),
    );
    expect(writes).toContain(vector('polar-cmd-h10-acc200').hex);
    expect(writes).not.toContain('0209');
    expect(result.sensor).toMatchObject({ nominal_rate_hz: 200, accel_range_g: 8, gyro_range_dps: null });
    const { bytes, expected } = vector('polar-01-raw');
    const { batch } = session.decode(PMD_DATA, bytes, 0);
    expect([...(batch?.accel_g ?? [])]).toEqual(expected.mG.flat().map((mg: number) => mg / 1000));
    // the stamp is the last sample's, and time counts from it
    expect(batch?.t_s[2]).toBeCloseTo(0, 9);
    expect(batch?.t_s[0]).toBeCloseTo(-0.01, 9);
  });
});
