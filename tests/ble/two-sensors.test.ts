import { describe, test } from 'vitest';
import { ENGINES } from './harness.ts';
import { expectTwoSensors } from './two-sensors.ts';

// the same for 60 s is in tests/e2e
describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  test('two sensors at 200 Hz lose nothing in 8 s', async ({ onTestFinished }) => {
    await expectTwoSensors(engine, 8, onTestFinished);
  });

  test('nor through an old controller with fragments of 27 bytes', async ({ onTestFinished }) => {
    await expectTwoSensors(engine, 4, onTestFinished, { fragment: 27 });
  });
});
