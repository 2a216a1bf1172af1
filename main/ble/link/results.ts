import { words } from '../../../src/words/index.ts';
import type { BluetoothResult } from '../types.ts';

export const NOT_CONNECTED: BluetoothResult = {
  ok: false,
  error: { code: 'not-connected', message: words.link.sensorNotConnected },
};

export const NO_WAY: BluetoothResult = {
  ok: false,
  error: { code: 'unsupported', message: words.link.noLight },
};

export const UNKNOWN_DEVICE: BluetoothResult = {
  ok: false,
  error: { code: 'unknown-device', message: words.link.noSource },
};

export const failed = (error: unknown): BluetoothResult => ({
  ok: false,
  error: { code: 'failed', message: error instanceof Error ? error.message : String(error) },
});
