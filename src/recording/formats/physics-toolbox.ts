import { words } from '../../words/index.ts';
import { findByStem, findName } from './header.ts';
import { layoutOf, type TableFormat, timeScale, vector } from './layout.ts';
import { ACCEL_SCALES, RATE_SCALES, TIME_SCALES } from './units.ts';

/** Physics Toolbox for Android and iOS, with its g-force meter: `gFx` in g, `wx` in rad/s, and no unit in the header. */
export const physicsToolboxTables: TableFormat = {
  tool: words.files.tools.physicsToolbox,
  recognise(names) {
    const accel = findByStem(names, 'gf');
    if (accel === null) return null;
    const column = findName(names, 'time');
    return layoutOf(
      this.tool,
      { column, scale: timeScale(names, column) ?? TIME_SCALES.s, clock: 'bursts' },
      [vector('accel', accel, ACCEL_SCALES.g), vector('gyro', findByStem(names, 'w'), RATE_SCALES.rads)],
    );
  },
};
