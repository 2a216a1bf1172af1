import { words } from '../../words/index.ts';
import { findByStem, findName } from './header.ts';
import { layoutOf, type TableFormat, type TimeColumn, vector } from './layout.ts';
import { ACCEL_SCALES, RATE_SCALES, TIME_SCALES } from './units.ts';

/** Core Motion gives minus what the device feels. */
const MINUS_FELT = -ACCEL_SCALES.g;

/** SensorLog for iPhone and Apple watch. */
export const sensorlogTables: TableFormat = {
  tool: words.files.tools.sensorlog,
  recognise(names) {
    const accel = vector('accel', findByStem(names, 'accelerometeracceleration'), MINUS_FELT);
    const times =
      accel === null
        ? ['motiontimestamp sincereboot', 'accelerometertimestamp sincereboot']
        : ['accelerometertimestamp sincereboot', 'motiontimestamp sincereboot'];
    const column = times.map((time) => findName(names, time)).find((index) => index >= 0) ?? -1;
    const time: TimeColumn =
      column >= 0
        ? { column, scale: TIME_SCALES.s, clock: 'device' }
        : { column: findName(names, 'loggingtime'), scale: null, clock: 'bursts' };
    return layoutOf(this.tool, time, [
      accel,
      vector('linear', findByStem(names, 'motionuseracceleration'), MINUS_FELT),
      vector('gravity', findByStem(names, 'motiongravity'), MINUS_FELT),
      vector('gyro', findByStem(names, 'motionrotationrate', 'gyrorotation'), RATE_SCALES.rads),
    ]);
  },
};
