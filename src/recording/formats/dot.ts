import { words } from '../../words/index.ts';
import { findByStem, findName } from './header.ts';
import { layoutOf, type TableFormat, vector } from './layout.ts';
import { ACCEL_SCALES, RATE_SCALES, TIME_SCALES } from './units.ts';

/** SampleTimeFine counts microseconds in 32 bits (Movella DOT BLE services specification). */
const WRAPS_AT = 2 ** 32;

/** The Movella (Xsens) DOT app: m/s2 and deg/s, which its header does not say. */
export const dotTables: TableFormat = {
  tool: words.files.tools.dot,
  recognise: (names) =>
    layoutOf(
      words.files.tools.dot,
      {
        column: findName(names, 'sampletimefine'),
        scale: TIME_SCALES.us,
        clock: 'device',
        wraps_at: WRAPS_AT,
      },
      [
        vector('accel', findByStem(names, 'acc'), ACCEL_SCALES.mps2),
        vector('linear', findByStem(names, 'freeacc'), ACCEL_SCALES.mps2),
        vector('gyro', findByStem(names, 'gyr'), RATE_SCALES.dps),
      ],
    ),
};
