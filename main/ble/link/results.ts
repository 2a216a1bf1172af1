import { words } from '../../../src/words/index.ts';
import type { Result } from '../types.ts';

export const NOT_CONNECTED: Result = {
  ok: false,
  error: { code: 'not-connected', message: words.link.sensorNotConnected },
};

export const NO_WAY: Result = {
  ok: false,
  error: { code: 'unsupported', message: words.link.noLight },
};

export const UNKNOWN_DEVICE: Result = {
  ok: false,
  error: { code: 'unknown-device', message: words.link.noSource },
};

export const failed = (error: unknown): Result => ({
  ok: false,
  error: { code: 'failed', message: error instanceof Error ? error.message : String(error) },
});
