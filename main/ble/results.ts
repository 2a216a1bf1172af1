import type { Result } from './types.ts';

export const NOT_CONNECTED: Result = {
  ok: false,
  error: { code: 'not-connected', message: 'The sensor is not connected.' },
};

export const NO_WAY: Result = {
  ok: false,
  error: { code: 'unsupported', message: 'This sensor has no light or buzzer to show itself with.' },
};

export const UNKNOWN_DEVICE: Result = {
  ok: false,
  error: { code: 'unknown-device', message: 'No source of this sensor is connected.' },
};

export const failed = (error: unknown): Result => ({
  ok: false,
  error: { code: 'failed', message: error instanceof Error ? error.message : String(error) },
});
