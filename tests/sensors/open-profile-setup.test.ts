import { describe, expect, test } from 'vitest';
import { toHex } from '../../src/sensors/common/bytes.ts';
import { driverFor } from '../../src/sensors/index.ts';
import {
  COMMAND,
  type Description,
  readCommand,
  readDescription,
} from '../../src/sensors/open-profile/control.ts';
import { encodeAnswer, encodeDescription, startCommand } from '../../src/sensors/open-profile/encode.ts';
import { CONTROL, DESCRIPTION, SERVICE } from '../../src/sensors/open-profile/layout.ts';
import { openProfile } from '../../src/sensors/open-profile/open-profile.ts';
import { type Peripheral, runPlan } from './scripted-peripheral.ts';

describe('connecting', () => {
  const board: Description = {
    version: 1,
    gyro: true,
    identify: true,
    accel_range_g: 16,
    gyro_range_dps: 2000,
    delay_ms: 40,
    rates_hz: [50, 104, 208],
  };

  function boardOf(description: Description, status = 0): Peripheral & { readonly seen: number[] } {
    const seen: number[] = [];
    return {
      seen,
      read: (characteristic) => (characteristic === DESCRIPTION ? encodeDescription(description) : null),
      written(characteristic, bytes) {
        const command = readCommand(bytes);
        if (characteristic !== CONTROL || command === null) return [];
        seen.push(command.command);
        const settings = status === 0 ? (command.settings ?? undefined) : undefined;
        // an answer to somebody else's tag comes first
        return [
          { on: CONTROL, bytes: encodeAnswer(command.command, command.tag ^ 0xff, 3) },
          { on: CONTROL, bytes: encodeAnswer(command.command, command.tag, status, settings) },
        ];
      },
    };
  }

  test('reads the description, starts at the nearest rate with the widest ranges', () => {
    const session = openProfile.open({ rate_hz: 200 });
    const { result, steps, writes } = runPlan(session.setup(), boardOf(board));
    expect(result).toMatchObject({
      warnings: [],
      sensor: { nominal_rate_hz: 208, accel_range_g: 16, gyro_range_dps: 2000, delivery_delay_s: 0.04 },
    });
    expect(steps.slice(0, 2).map((s) => s.do)).toEqual(['subscribe', 'subscribe']);
    expect(writes).toEqual([
      toHex(startCommand(1, { rate_hz: 208, accel_range_g: 16, gyro_range_dps: 2000 })),
    ]);
  });

  test('a description comes out as it went in', () => {
    expect(readDescription(encodeDescription(board))).toEqual(board);
  });

  test('a board without gyroscope is used with a warning', () => {
    const { result } = runPlan(
      openProfile.open({ rate_hz: 100 }).setup(),
      boardOf({ ...board, gyro: false, gyro_range_dps: 0 }),
    );
    expect(result.sensor.gyro_range_dps).toBeNull();
    expect(result.warnings[0]).toMatch(/does not measure rotation/);
  });

  test.each([
    ['a newer version', boardOf({ ...board, version: 2 }), /version 2/],
    ['a refused start', boardOf(board, 6), /did not start: the connection carries too few bytes/],
    ['no description', {}, /does not say what it can do/],
    ['silence', { read: () => encodeDescription(board) }, /did not answer/],
  ])('%s is a failure in words', (_what, peripheral, words) => {
    expect(runPlan(openProfile.open({ rate_hz: 200 }).setup(), peripheral).result.failure).toMatch(words);
  });

  test('identify blinks, teardown stops', () => {
    const session = openProfile.open({ rate_hz: 200 });
    const peripheral = boardOf(board);
    const identify = session.identify();
    expect(identify).not.toBeNull();
    if (identify) runPlan(identify, peripheral);
    runPlan(session.teardown(), peripheral);
    expect(peripheral.seen).toEqual([COMMAND.identify, COMMAND.stop]);
  });

  test('known by its service, whatever its name', () => {
    expect(driverFor({ name: 'Rack 2', services: [SERVICE], manufacturer_id: null })?.family).toBe(
      'open-profile',
    );
  });
});
