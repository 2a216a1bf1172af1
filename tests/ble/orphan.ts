/** A program that streams from a sensor until somebody kills it. Arguments: helper file, engine, sensor id. */
import { createBluetooth, type EngineName, nodeFork } from '../../main/ble/index.ts';

// the test that started it may fail before it comes to killing it
process.on('disconnect', () => process.exit(1));

const [helper, engine, id] = process.argv.slice(2);
const bluetooth = createBluetooth({
  fork: nodeFork({ file: helper ?? '' }),
  engines: [engine as EngineName],
});
bluetooth.connect(id ?? '', { family: 'witmotion' }).start({ samples() {}, event() {} });
