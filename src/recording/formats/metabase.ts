import { words } from '../../words/index.ts';
import { findName, findVector } from './header.ts';
import { layoutOf, measured, type TableFormat } from './layout.ts';
import { TIME_SCALES } from './units.ts';

/** MbientLab MetaBase: a file per quantity. `epoch` (older: `epoc`) is common to the files, `elapsed` is not. */
export const metabaseTables: TableFormat = {
  tool: words.files.tools.metabase,
  recognise(names) {
    const column = findName(names, 'epoch', 'epoc');
    const axes = findVector(names, ({ key }, axis) => key === `${axis} axis`);
    return layoutOf(this.tool, { column, scale: TIME_SCALES.ms, clock: 'device' }, [measured(names, axes)]);
  },
};
