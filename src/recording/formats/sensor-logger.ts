import { words } from '../../words/index.ts';
import { findName, findVector } from './header.ts';
import { layoutOf, type Quantity, type TableFormat, vector } from './layout.ts';
import { ACCEL_SCALES, RATE_SCALES, TIME_SCALES } from './units.ts';

/** Only the file's name says what it holds; `Accelerometer` is without gravity. */
const FILES: readonly { readonly name: RegExp; readonly quantity: Quantity }[] = [
  { name: /total ?acceleration/i, quantity: 'accel' },
  { name: /accelerometer/i, quantity: 'linear' },
  { name: /gravity/i, quantity: 'gravity' },
  { name: /gyroscope/i, quantity: 'gyro' },
];

/** Sensor Logger for Android and iOS: z, y, x in m/s2 and rad/s, time in ns since 1970. */
export const sensorLoggerTables: TableFormat = {
  tool: words.files.tools.sensorLogger,
  recognise(names, file) {
    if (findName(names, 'seconds elapsed') < 0) return null;
    const column = findName(names, 'time');
    const axes = findVector(names, ({ key }, axis) => key === axis);
    const quantity = FILES.find(({ name }) => name.test(file))?.quantity;
    if (quantity === undefined) return null;
    const scale = quantity === 'gyro' ? RATE_SCALES.rads : ACCEL_SCALES.mps2;
    return layoutOf(this.tool, { column, scale: TIME_SCALES.ns, clock: 'device' }, [
      vector(quantity, axes, scale),
    ]);
  },
};
