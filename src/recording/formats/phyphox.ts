import { words } from '../../words/index.ts';
import { findByStem, findName } from './header.ts';
import { layoutOf, measured, type TableFormat, timeScale } from './layout.ts';

/** phyphox, in English and German: a file per quantity; its `Linear Acceleration` is without gravity. */
export const phyphoxTables: TableFormat = {
  tool: words.files.tools.phyphox,
  recognise(names) {
    const column = findName(names, 'time', 'zeit');
    const scale = timeScale(names, column);
    if (scale === null) return null;
    return layoutOf(this.tool, { column, scale, clock: 'device' }, [
      measured(names, findByStem(names, 'acceleration', 'beschleunigung')),
      measured(names, findByStem(names, 'linear acceleration', 'lineare beschleunigung'), 'linear'),
      measured(names, findByStem(names, 'gyroscope', 'gyroskop', 'drehrate', 'winkelgeschwindigkeit')),
    ]);
  },
};
