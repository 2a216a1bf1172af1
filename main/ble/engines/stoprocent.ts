import { createRequire } from 'node:module';
import type { OpenEngine } from './engine.ts';
import { createNobleEngine } from './noble-engine.ts';
import type { NobleLike } from './noble-like.ts';

/** Loads @stoprocent/noble: a fork with prebuilt native parts and nearly the same interface. */
export function openStoprocent(): OpenEngine {
  const require = createRequire(import.meta.url);
  const { version } = require('@stoprocent/noble/package.json') as { version: string };
  const noble = require('@stoprocent/noble') as NobleLike;
  return (onEvent, now_s) =>
    createNobleEngine(noble, { name: 'stoprocent', version, brokenByRadioLoss: false }, onEvent, now_s);
}
