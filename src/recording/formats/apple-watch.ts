import { words } from '../../words/index.ts';
import { findByStem, findName } from './header.ts';
import { layoutOf, type TableFormat, vector } from './layout.ts';
import { ACCEL_SCALES, RATE_SCALES, TIME_SCALES } from './units.ts';

/** Core Motion gives minus what the device feels. */
const MINUS_FELT = -ACCEL_SCALES.g;

/** Device motion of an iPhone or Apple watch: user acceleration and gravity apart (`g_x` is gravity, no angular rate). */
export const appleWatchTables: TableFormat = {
  tool: words.files.tools.appleWatch,
  recognise(names) {
    const linear = findByStem(names, 'ua', 'useracceleration', 'user acceleration');
    // one that names its unit says more than Core Motion's habit
    if (linear === null || names[linear[0]]?.unit !== null) return null;
    return layoutOf(
      this.tool,
      { column: findName(names, 't', 'time', 'timestamp'), scale: TIME_SCALES.s, clock: 'device' },
      [
        vector('linear', linear, MINUS_FELT),
        vector('gravity', findByStem(names, 'g', 'gravity'), MINUS_FELT),
        vector(
          'gyro',
          findByStem(names, 'r', 'rr', 'rot', 'rotationrate', 'rotation rate'),
          RATE_SCALES.rads,
        ),
      ],
    );
  },
};
