import type { BluetoothEvent, BluetoothState, Device } from './types.ts';

/** Least time between two device lists, ms: they are for eyes. */
const DEVICES_EVERY_MS = 250;

/** What Bluetooth tells the station, no more often than it is worth. */
export function createBluetoothOutlet(now: {
  readonly state: () => BluetoothState;
  readonly devices: () => readonly Device[];
}) {
  const listeners = new Set<(event: BluetoothEvent) => void>();
  let lastState = '';
  let timer: NodeJS.Timeout | null = null;

  const emit = (event: BluetoothEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  return {
    emit,
    on(listener: (event: BluetoothEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The state, when it is not what was told last. */
    tellState() {
      const state = now.state();
      const text = JSON.stringify(state);
      if (text === lastState) return;
      lastState = text;
      emit({ kind: 'state', state });
    },
    /** The device list, soon. */
    tellDevices() {
      timer ??= setTimeout(() => {
        timer = null;
        emit({ kind: 'devices', devices: now.devices() });
      }, DEVICES_EVERY_MS);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      listeners.clear();
    },
  };
}
