import { useState } from 'react';
import type { FoundSensor, PairingState } from '../../../src/contract/pairing.ts';
import { words } from '../../../src/words/index.ts';
import { formatPercent } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import css from './cards.module.css';
import { ForgetDialog, RenameDialog } from './dialogs.tsx';
import { hasNamesake, inOrder } from './order.ts';
import { SignalBars } from './signal-bars.tsx';

/** Battery below which a sensor may not last the session, %; chosen here on the coarse voltage steps that sensors report. */
const LOW_BATTERY_PERCENT = 20;

/** What is in range or known, as cards; every action is a button in the order of the tab key. */
export function SensorCards({ pairing }: { readonly pairing: PairingState }) {
  const sensors = inOrder(pairing.found);
  const ready = pairing.adapter.status === 'ready';
  return (
    <section aria-label={words.pair.inRange} className={css.list}>
      {sensors.map((sensor) => (
        <SensorCard key={sensor.id} sensor={sensor} namesake={hasNamesake(sensors, sensor)} />
      ))}
      {sensors.length === 0 && (
        <Card className={css.none}>
          <p className={css.noneTitle}>
            {pairing.scanning && ready && <span className={css.pulse} aria-hidden="true" />}
            {words.pair.nothingFound}
          </p>
          <p>{ready ? words.pair.nothingFoundHint : words.pair.cannotSearch}</p>
        </Card>
      )}
    </section>
  );
}

interface SensorCardProps {
  readonly sensor: FoundSensor;
  /** Another one has its name: the address tells them apart. */
  readonly namesake: boolean;
}

function SensorCard({ sensor, namesake }: SensorCardProps) {
  const { ask, notices } = usePage();
  const [dialog, setDialog] = useState<'rename' | 'forget' | null>(null);
  const { id, name, battery_percent } = sensor;
  const identify = async (): Promise<void> => {
    if (await ask('pair:identify', { id })) notices.show({ tone: 'info', text: words.pair.identified(name) });
  };
  return (
    <Card
      className={classNames(css.card, sensor.connected && css.connected)}
      aria-label={namesake ? `${name}, ${id}` : name}
    >
      <div className={css.top}>
        <div className={css.who}>
          <h3 className={css.name}>{name}</h3>
          <p className={css.family}>
            {sensor.family_title}
            {sensor.advertised_name !== null &&
              sensor.advertised_name !== name &&
              `, ${sensor.advertised_name}`}
            {namesake && `, ${id}`}
          </p>
        </div>
        <span className={classNames(css.badge, sensor.known && css.knownBadge)}>
          {sensor.known ? words.pair.known : words.pair.fresh}
        </span>
      </div>
      <p className={css.facts}>
        {sensor.in_range ? <SignalBars rssi_dbm={sensor.rssi_dbm} /> : <span>{words.pair.outOfRange}</span>}
        {battery_percent !== null && (
          <span className={battery_percent < LOW_BATTERY_PERCENT ? toneClass('warning') : undefined}>
            {(battery_percent < LOW_BATTERY_PERCENT ? words.pair.batteryLow : words.pair.battery)(
              formatPercent(battery_percent),
            )}
          </span>
        )}
      </p>
      {sensor.unsuitable && (
        <p className={classNames(css.unsuitable, toneClass('warning'))}>{sensor.unsuitable}</p>
      )}
      <div className={css.actions}>
        {sensor.connected ? (
          <Button onClick={() => ask('pair:disconnect', { id })}>{words.pair.disconnect}</Button>
        ) : (
          <Button kind="primary" onClick={() => ask('pair:connect', { id })}>
            {words.pair.connect}
          </Button>
        )}
        {sensor.connected && (
          <Button kind="quiet" onClick={identify}>
            {words.pair.identify}
          </Button>
        )}
        {sensor.known && (
          <>
            <Button kind="quiet" onClick={() => setDialog('rename')}>
              {words.pair.rename}
            </Button>
            <Button kind="quiet" onClick={() => setDialog('forget')}>
              {words.pair.forget}
            </Button>
          </>
        )}
      </div>
      {dialog === 'rename' && <RenameDialog sensor={sensor} onClose={() => setDialog(null)} />}
      {dialog === 'forget' && <ForgetDialog sensor={sensor} onClose={() => setDialog(null)} />}
    </Card>
  );
}
