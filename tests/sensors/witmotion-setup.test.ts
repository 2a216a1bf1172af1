import { describe, expect, test } from 'vitest';
import { concat, toHex } from '../../src/sensors/common/bytes.ts';
import { driverByFamily, driverFor } from '../../src/sensors/index.ts';
import { encodeWitMotionFrame, encodeWitMotionReply } from '../../src/sensors/witmotion/frames.ts';
import {
  BANDWIDTH,
  REGISTER,
  rateCode,
  readRegister,
  SIX_AXES,
  UNLOCK,
  writeRegister,
} from '../../src/sensors/witmotion/registers.ts';
import { witmotion } from '../../src/sensors/witmotion/witmotion.ts';
import { type Peripheral, runPlan } from './scripted-peripheral.ts';
import { vectorsOf } from './vectors.ts';

const NOTIFY = '0000ffe400001000800000805f9a34fb';
const COMMAND = '0000ffe900001000800000805f9a34fb';

interface Behaviour {
  /** Registers whose writes the firmware ignores. */
  readonly ignores?: readonly number[];
  readonly mute?: boolean;
  /** Answers only every second read. */
  readonly forgetful?: boolean;
  readonly notify?: string;
}

/** A WitMotion as the sources describe it: locked until told, silent about ignored writes, streaming all the while. */
function wt901(behaviour: Behaviour = {}) {
  const registers = new Map<number, number>([
    [REGISTER.rate, 0x06],
    [REGISTER.bandwidth, 0x04],
    [REGISTER.axes, 0],
    [REGISTER.battery, 391],
  ]);
  let unlocked = false;
  let reads = 0;
  const streaming = encodeWitMotionFrame([0, 0, 1], [0, 0, 0]);
  const peripheral: Peripheral = {
    written(_characteristic, bytes) {
      const [, , register = 0, low = 0, high = 0] = bytes;
      if (toHex(bytes) === toHex(UNLOCK)) unlocked = true;
      else if (register === 0x27) {
        reads += 1;
        if (behaviour.mute || (behaviour.forgetful && reads % 2 === 1)) return [];
        const words = Array.from({ length: 8 }, (_, i) => registers.get(low + i) ?? 0);
        // the answer straddles two notifications, with motion before and after
        const bytesOut = concat(streaming, encodeWitMotionReply(low, words), streaming);
        const on = behaviour.notify ?? NOTIFY;
        return [
          { on, bytes: bytesOut.slice(0, 33) },
          { on, bytes: bytesOut.slice(33) },
        ];
      } else if (unlocked && !behaviour.ignores?.includes(register))
        registers.set(register, low | (high << 8));
      return [];
    },
  };
  return { peripheral, registers };
}

describe('commands', () => {
  const commands: Record<string, Uint8Array> = {
    unlock: UNLOCK,
    save: writeRegister(0, 0),
    rate50: writeRegister(REGISTER.rate, rateCode(50)),
    rate100: writeRegister(REGISTER.rate, rateCode(100)),
    rate200: writeRegister(REGISTER.rate, rateCode(200)),
    bw256: writeRegister(REGISTER.bandwidth, BANDWIDTH.hz256),
    bw188: writeRegister(REGISTER.bandwidth, BANDWIDTH.hz188),
    sixAxis: writeRegister(REGISTER.axes, SIX_AXES),
    readBatt: readRegister(REGISTER.battery),
    readRate: readRegister(REGISTER.rate),
  };
  test.each(vectorsOf('wit-cmd').map((v) => [v.id, v] as const))('%s', (_id, v) => {
    const command = commands[v.expected.command];
    expect(command && toHex(command)).toBe(v.hex);
  });
});

describe('connecting', () => {
  test('unlocks, sets six axes, filter and rate, and reads them back', () => {
    const { peripheral, registers } = wt901();
    const { result, steps, writes } = runPlan(witmotion.open({ rate_hz: 100 }).setup(), peripheral);
    expect(result.warnings).toEqual([]);
    expect(result.sensor.nominal_rate_hz).toBe(100);
    expect(result.sensor.accel_range_g).toBe(16);
    expect(registers.get(REGISTER.rate)).toBe(0x09);
    expect(registers.get(REGISTER.bandwidth)).toBe(BANDWIDTH.hz188);
    expect(registers.get(REGISTER.axes)).toBe(SIX_AXES);
    expect(steps[0]).toEqual({ do: 'subscribe', characteristic: NOTIFY });
    expect(writes[0]).toBe(toHex(UNLOCK));
    expect(writes).not.toContain(toHex(writeRegister(0, 0))); // nothing is burnt into the sensor's flash
    for (const step of steps) if (step.do === 'write') expect(step.characteristic).toBe(COMMAND);
  });

  test.each([
    [7, 10],
    [90, 100],
    [150, 200],
    [1000, 200],
  ])('a wish for %i Hz becomes %i Hz', (wish, rate) => {
    const { peripheral } = wt901();
    expect(runPlan(witmotion.open({ rate_hz: wish }).setup(), peripheral).result.sensor.nominal_rate_hz).toBe(
      rate,
    );
  });

  test('a read that goes unanswered once is asked again', () => {
    const { peripheral } = wt901({ forgetful: true });
    expect(runPlan(witmotion.open({ rate_hz: 200 }).setup(), peripheral).result.warnings).toEqual([]);
  });

  test('firmware that ignores the rate is tried twice, then named', () => {
    const { peripheral } = wt901({ ignores: [REGISTER.rate] });
    const { result, writes } = runPlan(witmotion.open({ rate_hz: 100 }).setup(), peripheral);
    expect(result.sensor.nominal_rate_hz).toBe(10);
    expect(result.warnings.join()).toMatch(/ignored the request for 100 Hz and stays at 10 Hz/);
    expect(writes.filter((hex) => hex === toHex(UNLOCK))).toHaveLength(2);
  });

  test('firmware that ignores the filter is named with the filter it keeps', () => {
    const { peripheral } = wt901({ ignores: [REGISTER.bandwidth] });
    const { result } = runPlan(witmotion.open({ rate_hz: 100 }).setup(), peripheral);
    expect(result.sensor.nominal_rate_hz).toBe(100);
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toMatch(/smoothing \(20 Hz\)/);
  });

  test('a sensor that never answers is used all the same, within ten seconds', () => {
    const { peripheral } = wt901({ mute: true });
    const { result, waited_ms } = runPlan(witmotion.open({ rate_hz: 100 }).setup(), peripheral);
    expect(result.sensor.nominal_rate_hz).toBe(100);
    expect(result.warnings[0]).toMatch(/did not confirm/);
    expect(waited_ms).toBeLessThan(10_000);
  });

  test('a clone with the short UUIDs is spoken to on those', () => {
    const { peripheral } = wt901({ notify: 'ffe4' });
    const session = witmotion.open({ rate_hz: 100, characteristics: ['2a00', 'ffe9', 'ffe4'] });
    const { result, steps } = runPlan(session.setup(), peripheral);
    expect(result.warnings).toEqual([]);
    expect(steps[0]).toEqual({ do: 'subscribe', characteristic: 'ffe4' });
    expect(session.decode('ffe4', encodeWitMotionFrame([0, 0, 1], [0, 0, 0]), 0).batch?.count).toBe(1);
    expect(session.decode(NOTIFY, encodeWitMotionFrame([0, 0, 1], [0, 0, 0]), 0).batch).toBeNull();
  });
});

describe('once connected', () => {
  test('the battery is asked by register', () => {
    const { peripheral } = wt901();
    const plan = witmotion.open({ rate_hz: 100 }).battery();
    expect(plan && runPlan(plan, peripheral).result).toBe(75);
    const silent = witmotion.open({ rate_hz: 100 }).battery();
    expect(silent && runPlan(silent, wt901({ mute: true }).peripheral).result).toBeNull();
  });

  test('repeated samples have three cures, the last at 200 Hz with the widest filter', () => {
    const cures = witmotion.open({ rate_hz: 100 }).cures ?? [];
    const settings = cures.map((cure) => {
      const { peripheral, registers } = wt901();
      const { result } = runPlan(cure.plan(), peripheral);
      expect(result.sensor.nominal_rate_hz).toBe(cure.rate_hz);
      expect(result.warnings).toEqual([]);
      return [registers.get(REGISTER.rate), registers.get(REGISTER.bandwidth)];
    });
    expect(settings).toEqual([
      [0x09, 0x00],
      [0x0b, 0x01],
      [0x0b, 0x00],
    ]);
  });
});

describe('recognition', () => {
  const wit = (name: string | null, services: string[] = []) =>
    driverFor({ name, services, manufacturer_id: null });
  test.each(['WT901BLE67', 'WT901BLE68', 'WT9011DCL-BT50', 'BWT901BLE5.0'])('%s is a WitMotion', (name) => {
    expect(wit(name)?.family).toBe('witmotion');
  });
  test('a renamed one is known by its service', () => {
    expect(wit('Rack 2', ['0000ffe500001000800000805f9a34fb'])?.family).toBe('witmotion');
  });
  test.each([
    ['NEWTON', []],
    ['Wtower', []],
    [null, ['ffe5']],
    ['Serial', ['ffe5', '180a']],
  ])('%s %j is not', (name, services) => {
    expect(wit(name, [...services])).toBeNull();
  });
  test('a family stored at pairing is found again', () => {
    expect(driverByFamily('witmotion')).toBe(witmotion);
    expect(driverByFamily('abacus')).toBeNull();
  });
});
