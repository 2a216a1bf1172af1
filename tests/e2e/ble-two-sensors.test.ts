import { describe, test } from 'vitest';
import { ENGINES } from '../ble/harness.ts';
import { expectTwoSensors } from '../ble/two-sensors.ts';

const SECONDS = 60;

describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  test(`two sensors at 200 Hz lose nothing in ${SECONDS} s`, async ({ onTestFinished }) => {
    await expectTwoSensors(engine, SECONDS, onTestFinished);
  });
});
