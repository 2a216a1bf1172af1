import { useState } from 'react';
import type { LanDevice, LanRole, LanStatus } from '../../../src/contract/lan.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayTime } from '../../format/moments.ts';
import { usePage } from '../../page/use-page.ts';
import { useStatus } from '../../page/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useSure } from '../../ui/use-sure.ts';
import css from './settings.module.css';

const ROLES = ['view', 'control'] as const satisfies readonly LanRole[];

/** When a device was seen changes without any event, ms. */
const LOOK_EVERY_MS = 5000;

/** The devices of the network that were let in, and the way in for the next one. */
export function LanCard() {
  const [status, setStatus] = useStatus('lan:status', LOOK_EVERY_MS, ({ on }) => on);
  if (status === null) return null;
  const text = words.lan;
  return (
    <Card title={text.title} className={css.card}>
      {status.me !== 'station' && <p>{text.me[status.me]}</p>}
      {!status.on && <p className={css.hint}>{text.off}</p>}
      {status.on && status.me !== 'view' && (
        <>
          <p className={css.hint}>{text.hint}</p>
          <dl className={css.facts}>
            <dt>{text.address}</dt>
            <dd className={css.path}>{status.addresses.join(' ')}</dd>
            <dt>{text.fingerprint}</dt>
            <dd className={css.path}>{status.fingerprint ?? text.proxied}</dd>
          </dl>
          {status.fingerprint !== null && <p className={css.hint}>{text.fingerprintHint}</p>}
          <NextDevice status={status} onDone={setStatus} />
          <Devices devices={status.devices} onDone={setStatus} />
        </>
      )}
    </Card>
  );
}

interface DoneProps {
  readonly onDone: (status: LanStatus) => void;
}

function NextDevice({ status: { code }, onDone }: DoneProps & { readonly status: LanStatus }) {
  const { ask } = usePage();
  const [role, setRole] = useState<LanRole>('control');
  const text = words.lan;
  const makeCode = async (): Promise<void> => {
    const made = await ask('lan:code', { role });
    if (made) onDone(made);
  };
  return (
    <>
      <fieldset className={css.choice}>
        <legend className="label">{text.newCode}</legend>
        {ROLES.map((each) => (
          <Chip key={each} on={role === each} onClick={() => setRole(each)}>
            {text.roles[each]}
          </Chip>
        ))}
        <Button onClick={makeCode}>{text.newCode}</Button>
      </fieldset>
      <p className={css.hint}>{text.roleHints[role]}</p>
      {code !== null && (
        <div className={css.pairing} role="status">
          <Dots rows={code.dots} />
          <div>
            <p className="label">
              {text.code}: {text.roles[code.role]}
            </p>
            <p className={css.code}>{code.code}</p>
            <p className={css.hint}>{text.codeCounts(formatDayTime(code.until_epoch_ms))}</p>
          </div>
        </div>
      )}
    </>
  );
}

/** Black on white whatever the theme: a camera reads nothing else as well. */
function Dots({ rows }: { readonly rows: readonly string[] }) {
  const path = rows.flatMap((row, y) =>
    [...row].flatMap((dot, x) => (dot === '1' ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={css.dots}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={words.lan.dots}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  );
}

function Devices({ devices, onDone }: DoneProps & { readonly devices: readonly LanDevice[] }) {
  const text = words.lan;
  return (
    <div>
      <h3 className="label">{text.devices}</h3>
      {devices.length === 0 ? (
        <p className={css.hint}>{text.none}</p>
      ) : (
        <ul className={css.backups}>
          {devices.map((device) => (
            <DeviceLine key={device.id} device={device} onDone={onDone} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Asked twice: a tablet in somebody's hands goes blank. */
function DeviceLine({ device, onDone }: DoneProps & { readonly device: LanDevice }) {
  const { ask, notices } = usePage();
  const { id, name, role, seen_epoch_ms } = device;
  const text = words.lan;
  const revoke = async (): Promise<void> => {
    const left = await ask('lan:revoke', { id });
    if (left === null) return;
    onDone(left);
    notices.show({ tone: 'info', text: text.revoked(name) });
  };
  const { asked, press } = useSure(revoke);
  return (
    <li>
      <span>{name}</span>
      <span>
        {text.roles[role]}, {seen_epoch_ms === null ? text.notSeen : text.seen(formatDayTime(seen_epoch_ms))}
      </span>
      <Button
        kind={asked ? 'danger' : 'quiet'}
        aria-label={asked ? undefined : text.revokeOf(name)}
        onClick={press}
      >
        {asked ? text.revokeSure : text.revoke}
      </Button>
    </li>
  );
}
