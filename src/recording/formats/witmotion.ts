import { words } from '../../words/index.ts';
import { findByStem, findName } from './header.ts';
import { layoutOf, measured, type TableFormat, timeScale } from './layout.ts';

/**
 * WitMotion's programs for PC and phone, in English and Chinese. Their `time` is the computer's: it is the
 * time of arrival where a burst shares it.
 */
export const witmotionTables: TableFormat = {
  tool: words.files.tools.witmotion,
  recognise: (names) => {
    const device = findName(names, 'devicename', 'device name', '设备名称');
    const rate = measured(names, findByStem(names, 'as', '角速度'));
    // anybody may write `time` and `acc x`; by one of these the table is WitMotion's
    if (device < 0 && rate === null) return null;
    const column = findName(names, 'time', '时间', 'record time', '记录时间');
    return layoutOf(
      words.files.tools.witmotion,
      { column, scale: timeScale(names, column), clock: 'bursts' },
      [measured(names, findByStem(names, 'acc', '加速度')), rate],
      device,
    );
  },
};
