import type { ReactNode } from 'react';
import type { SourceState } from '../../../src/contract/source.ts';
import { words } from '../../../src/words/index.ts';
import { formatPercent, formatSeconds, formatWhole } from '../../format/format.ts';
import { SignalBars } from './signal-bars.tsx';
import css from './source.module.css';

/** How well the samples come: the numbers that say whether a sensor is worth training with. */
export function SourceFactsList({ source }: { readonly source: SourceState }) {
  const { lost_samples, received_samples } = source;
  const all = lost_samples + received_samples;
  const hz = (rate: number | null): string =>
    rate === null ? words.pair.unknown : `${formatSeconds(rate)} ${words.units.hz}`;
  return (
    <dl className={css.facts}>
      <Fact name={words.pair.rate}>{hz(source.rate_hz)}</Fact>
      <Fact name={words.pair.effectiveRate}>{hz(source.effective_rate_hz)}</Fact>
      <Fact name={words.pair.lost}>
        {words.pair.lostOf(
          formatWhole(lost_samples),
          formatPercent(all > 0 ? (100 * lost_samples) / all : 0),
        )}
      </Fact>
      <Fact name={words.pair.drift}>
        {source.drift_ppm === null ? words.pair.unknown : words.pair.ppm(formatWhole(source.drift_ppm))}
      </Fact>
      <Fact name={words.pair.delay}>
        {source.delivery_delay_ms === null
          ? words.pair.unknown
          : words.pair.ms(formatWhole(source.delivery_delay_ms))}
      </Fact>
      <Fact name={words.pair.axesCount}>{source.axes ?? words.pair.unknown}</Fact>
      {source.kind === 'sensor' && (
        <>
          <Fact name={words.pair.batteryFact}>
            {source.battery_percent === null ? words.pair.unknown : formatPercent(source.battery_percent)}
          </Fact>
          <Fact name={words.pair.signalFact}>
            {source.rssi_dbm === null ? words.pair.unknown : <SignalBars rssi_dbm={source.rssi_dbm} />}
          </Fact>
        </>
      )}
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt className="label">{name}</dt>
    <dd>{children}</dd>
  </div>
);
