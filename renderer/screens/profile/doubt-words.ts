import type { Units } from '../../../src/contract/setup.ts';
import type { LineDoubt } from '../../../src/training/line/belief.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatRatio } from '../../format/format.ts';

export function doubtInWords(doubt: LineDoubt, units: Units): string {
  const text = words.training.doubts;
  switch (doubt.kind) {
    case 'few-points':
      return text['few-points'](doubt.points, doubt.least);
    case 'narrow':
      return text.narrow(
        formatLoad(units, doubt.from_kg),
        formatLoad(units, doubt.to_kg),
        formatRatio(doubt.share),
      );
    case 'loose':
      return text.loose(formatRatio(Math.max(0, doubt.r2)));
    case 'one-point':
      return text['one-point'](formatLoad(units, doubt.load_kg), formatRatio(doubt.share));
    case 'far-from-1rm':
      return text['far-from-1rm'](formatLoad(units, doubt.load_kg), formatRatio(doubt.share));
    case 'not-falling':
      return text['not-falling']();
  }
}
