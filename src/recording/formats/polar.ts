import { words } from '../../words/index.ts';
import { findName, findVector } from './header.ts';
import { layoutOf, measured, type TableFormat } from './layout.ts';
import { TIME_SCALES } from './units.ts';

/** Polar Sensor Logger: a file per quantity, both on the sensor's clock in nanoseconds. */
export const polarTables: TableFormat = {
  tool: words.files.tools.polar,
  recognise(names) {
    const axes = findVector(names, ({ key }, axis) => key === axis);
    const column = findName(names, 'sensor timestamp');
    return layoutOf(this.tool, { column, scale: TIME_SCALES.ns, clock: 'device' }, [measured(names, axes)]);
  },
};
