/** A program that streams from a sensor until somebody kills it. Arguments: helper file, engine, sensor id. */
import { createBluetooth, type EngineName, nodeFork } from '../../main/ble/index.ts';

const [helper, engine, id] = process.argv.slice(2);
const bluetooth = createBluetooth({
  fork: nodeFork({ file: helper ?? '' }),
  engines: [engine as EngineName],
});
bluetooth.connect(id ?? '', { family: 'witmotion' }).start({ samples() {}, event() {} });
