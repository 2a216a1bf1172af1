import { useLocation } from 'wouter';
import type { SourceState } from '../../../src/contract/source.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatPercent, formatWhole } from '../../format/format.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import css from './header.module.css';

/** What feeds the station, how well, and whether it is real. Opens the Sensors screen. */
export function SensorField({ state }: { readonly state: StationState }) {
  const [, go] = useLocation();
  const { source, sources } = state;
  const kinds = [...new Set(sources.map(({ kind }) => kind))];
  return (
    <button type="button" className={classNames(css.field, css.sensor)} onClick={() => go('/pair')}>
      <span className={css.text}>
        <span className={css.name}>
          <span className={classNames(css.dot, css[source?.phase ?? 'none'])} aria-hidden="true" />
          {source?.name ?? words.station.noSensor}
        </span>
        <span className={css.sub}>
          {kinds.includes('simulated') && <Badge text={words.badges.simulated} />}
          {kinds.includes('replay') && <Badge text={words.badges.replay} />}
          <span className={css.detail}>{source ? detail(source) : words.station.noSensorDetail}</span>
          {sources.length > 1 && (
            <span aria-hidden="true">
              <Kbd name={KEYMAP.nextSensor.keys[0]} />
            </span>
          )}
        </span>
      </span>
    </button>
  );
}

const Badge = ({ text }: { readonly text: string }) => (
  <span className={classNames('badge', css.badge)}>{text}</span>
);

function detail(source: SourceState): string {
  if (source.phase !== 'streaming') return words.linkPhases[source.phase];
  const rate_hz = source.effective_rate_hz ?? source.rate_hz;
  return [
    source.kind === 'sensor' && source.family_title,
    rate_hz !== null && `${formatWhole(rate_hz)} ${words.units.hz}`,
    source.kind === 'sensor' && words.station.lost(formatWhole(source.lost_samples)),
    source.battery_percent !== null && formatPercent(source.battery_percent),
  ]
    .filter(Boolean)
    .join(', ');
}
