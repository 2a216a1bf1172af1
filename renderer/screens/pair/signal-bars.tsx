import { words } from '../../../src/words/index.ts';
import { formatWhole } from '../../format/format.ts';
import css from './cards.module.css';
import { signalOf } from './order.ts';

const BARS = [1, 2, 3, 4];

/** Signal strength as bars, with its number and in words for those who cannot see bars. */
export function SignalBars({ rssi_dbm }: { readonly rssi_dbm: number | null }) {
  const { bars, word } = signalOf(rssi_dbm);
  return (
    <span className={css.signal}>
      <svg viewBox="0 0 20 16" aria-hidden="true">
        {BARS.map((bar) => (
          <rect
            key={bar}
            x={bar * 5 - 4.5}
            y={16 - bar * 4}
            width="3.6"
            height={bar * 4}
            rx="1"
            fill={bar <= bars ? 'currentColor' : 'var(--line)'}
          />
        ))}
      </svg>
      <span className="visually-hidden">{words.pair.signalWords[word]}</span>
      {rssi_dbm !== null && words.pair.signal(formatWhole(rssi_dbm))}
    </span>
  );
}
