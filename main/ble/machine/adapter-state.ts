import { words } from '../../../src/words/index.ts';
import type { RadioState } from '../engines/engine.ts';
import type { KeeperStatus } from '../helper/helper-keeper.ts';
import type { AdapterState, BluetoothState } from '../types.ts';
import type { MachineFacts } from './facts.ts';
import { wayOut, wayOutOfSilence } from './ways-out.ts';

/** What a coach reads about the adapter, and what to do. */
export function describeBluetooth(
  status: KeeperStatus,
  facts: MachineFacts,
  scanning: boolean,
): BluetoothState {
  const adapter = adapterState(status, facts);
  const { engine } = status;
  return {
    adapter,
    engine,
    scanning,
    message: messageOf(adapter, status),
    way_out: status.mute && adapter === 'failed' ? wayOutOfSilence(facts) : wayOut(adapter, facts),
  };
}

/** What opening a Bluetooth socket gives where the kernel has none. */
const NO_SOCKETS = 'EAFNOSUPPORT';

export function adapterState(status: KeeperStatus, facts: MachineFacts): AdapterState {
  switch (status.phase) {
    case 'idle':
      return 'idle';
    case 'starting':
      return 'starting';
    case 'building':
      return 'building';
    case 'waiting':
      return 'failed';
    case 'unloadable':
      if (facts.kernel_bluetooth === false || status.failures.some((each) => each.code === NO_SOCKETS)) {
        return 'unsupported';
      }
      return facts.adapters?.length === 0 ? 'missing' : 'failed';
    case 'running':
      return status.mute && radioState(status.radio, status.may_use_raw, facts) === 'starting'
        ? 'failed'
        : radioState(status.radio, status.may_use_raw, facts);
  }
}

/** What the engine says of its radio, put right by what the system knows. */
export function radioState(
  radio: RadioState,
  may_use_raw: boolean | null,
  facts: MachineFacts,
): AdapterState {
  if (radio === 'poweredOn') return 'ready';
  // Linux tells more than the engines do: without an adapter one of them reports nothing at all
  if (facts.adapters?.length === 0) return facts.kernel_bluetooth === false ? 'unsupported' : 'missing';
  switch (radio) {
    case 'unauthorized':
      return 'unauthorized';
    case 'poweredOff':
      return 'off';
    case 'unsupported':
      return 'unsupported';
    default:
      // @stoprocent says nothing at all without the right to raw sockets
      return may_use_raw === false ? 'unauthorized' : 'starting';
  }
}

function messageOf(adapter: AdapterState, { engine, phase, trouble }: KeeperStatus): string {
  const say = words.bluetooth.message;
  switch (adapter) {
    case 'ready':
      return engine ? say.ready(`@${engine.name}/noble ${engine.version}`, engine.why) : '';
    case 'failed':
      if (phase === 'running') return say.mute;
      return phase === 'waiting' ? say.stopped(trouble) : say.failed(trouble);
    default:
      return say[adapter];
  }
}
