import { words } from '../../words/index.ts';
import { type ColumnName, findByStem, findName } from './header.ts';
import { layoutOf, measured, type TableFormat, timeScale } from './layout.ts';

/** `Shimmer_6749_Accel_LN_X_CAL` in plain form: which sensor, what it measures, and that it is calibrated. */
const SHIMMER = /^shimmer ([0-9a-f]{4}) (.+) cal$/;

/** Shimmer's Consensys, calibrated: names in one line, units in the next. Of two accelerometers the low-noise one is read. */
export const shimmerTables: TableFormat = {
  tool: words.files.tools.shimmer,
  recognise(names) {
    const found = names.map(({ key }) => SHIMMER.exec(key));
    if (new Set(found.flatMap((each) => each?.[1] ?? [])).size !== 1) return null;
    const plain = names.map((name, i): ColumnName => ({ ...name, key: found[i]?.[2] ?? '' }));
    const column = findName(
      plain,
      ...['timestamp unix', 'timestampsync unix', 'timestamp', 'timestampsync', 'time stamp'],
    );
    const scale = timeScale(plain, column);
    const accel = (stem: string) => measured(plain, findByStem(plain, stem));
    const felt = accel('accel ln') ?? accel('accel wr');
    if (scale === null || felt === null) return null;
    const rate = measured(plain, findByStem(plain, 'gyro', 'gyroscope'));
    return layoutOf(this.tool, { column, scale, clock: 'device' }, [felt, rate]);
  },
  explain: (names) =>
    names.some(({ key }) => /^shimmer [0-9a-f]{4} /.test(key)) ? words.files.shimmerRaw : null,
};
