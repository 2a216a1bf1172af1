import { words } from '../../words/index.ts';
import { findName, findVector } from './header.ts';
import { layoutOf, measured, type TableFormat } from './layout.ts';
import { TIME_SCALES } from './units.ts';

/** MbientLab MetaBase: a file per quantity. `epoch` (older: `epoc`) is common to the files, `elapsed` is not. */
export const metabaseTables: TableFormat = {
  tool: words.files.tools.metabase,
  recognise(names) {
    const epoch = findName(names, 'epoch', 'epoc');
    // somebody took the other times out: alone the file is whole without them
    const column = epoch >= 0 ? epoch : findName(names, 'elapsed');
    const scale = epoch >= 0 ? TIME_SCALES.ms : TIME_SCALES.s;
    const axes = findVector(names, ({ key }, axis) => key === `${axis} axis`);
    return layoutOf(this.tool, { column, scale, clock: 'device' }, [measured(names, axes)]);
  },
};
