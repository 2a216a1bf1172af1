import { words } from '../../words/index.ts';
import { findName, findVector } from './header.ts';
import { layoutOf, type Quantity, type TableFormat, vector } from './layout.ts';
import { ACCEL_SCALES, RATE_SCALES, TIME_SCALES } from './units.ts';

/** Only the sensor's name, which is the file's, says what it holds; `Accelerometer` is without gravity, uncalibrated it is with. */
const FILES: readonly { readonly name: RegExp; readonly quantity: Quantity }[] = [
  { name: /total ?acceleration|accelerometer ?uncalibrated/i, quantity: 'accel' },
  { name: /accelerometer/i, quantity: 'linear' },
  { name: /gravity/i, quantity: 'gravity' },
  { name: /gyroscope/i, quantity: 'gyro' },
];

export const sensorLoggerQuantity = (name: string): Quantity | undefined =>
  FILES.find((file) => file.name.test(name))?.quantity;

export const sensorLoggerScale = (quantity: Quantity): number =>
  quantity === 'gyro' ? RATE_SCALES.rads : ACCEL_SCALES.mps2;

/** Sensor Logger for Android and iOS: z, y, x in m/s2 and rad/s, time in ns since 1970. */
export const sensorLoggerTables: TableFormat = {
  tool: words.files.tools.sensorLogger,
  recognise(names, file) {
    if (findName(names, 'seconds elapsed') < 0) return null;
    const column = findName(names, 'time');
    const axes = findVector(names, ({ key }, axis) => key === axis);
    const quantity = sensorLoggerQuantity(file);
    if (quantity === undefined) return null;
    return layoutOf(this.tool, { column, scale: TIME_SCALES.ns, clock: 'device' }, [
      vector(quantity, axes, sensorLoggerScale(quantity)),
    ]);
  },
  explain: (names) =>
    findName(names, 'seconds elapsed') >= 0 && findVector(names, ({ key }, axis) => key === axis) !== null
      ? words.files.sensorLoggerName
      : null,
};
