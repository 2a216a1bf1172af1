import { words } from '../../words/index.ts';
import { findName, findVector } from './header.ts';
import { layoutOf, measured, type TableFormat } from './layout.ts';
import { TIME_SCALES } from './units.ts';

/** The Movesense Showcase app: columns named by the axis alone, their unit in brackets. */
export const movesenseTables: TableFormat = {
  tool: words.files.tools.movesense,
  recognise(names) {
    const axes = findVector(names, ({ key }, axis) => key === axis);
    const time = findName(names, 'timestamp');
    if (names[time]?.unit !== 'ms') return null;
    return layoutOf(this.tool, { column: time, scale: TIME_SCALES.ms, clock: 'device' }, [
      measured(names, axes),
    ]);
  },
};
