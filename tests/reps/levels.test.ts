import { expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { IDEAL_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';

test('an attempt that fails far below lockout does not shorten the reps before it', () => {
  let off_m = 0;
  let reps = 0;
  for (let seed = 2001; seed <= 2016; seed++) {
    const { recording, truth } = simulatedSet({
      seed,
      reps: 5,
      hold_s: [1.1],
      mcv_mps: 0.3,
      roll_deg: 30,
      failed_attempts: 1,
      sensor: IDEAL_SENSOR,
      delivery: DEVICE_CLOCK,
    });
    const found = analyzeSet(recording, {
      lift: 'hip-thrust',
      variation: 'barbell',
      load_kg: null,
      targets: liftOf('hip-thrust').variations[0].targets,
      reference: null,
      calibration: null,
      set_end_s: 8,
    });
    const all = [...found.reps, ...found.failed].sort((a, b) => a.start_s - b.start_s);
    truth.reps.forEach((rep, i) => {
      off_m += (all[i]?.rom_m ?? 0) - rep.rom_m;
      reps += 1;
    });
  }
  // it stopped some 20 cm below the others, whose tops it pulled down by 4 mm while it had a say
  expect(Math.abs(off_m / reps)).toBeLessThan(0.003);
});
