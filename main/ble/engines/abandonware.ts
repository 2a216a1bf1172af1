import { createRequire } from 'node:module';
import type { OpenEngine } from './engine.ts';
import { createNobleEngine } from './noble-engine.ts';
import type { NobleLike } from './noble-like.ts';

/** Loads @abandonware/noble. Throws, or takes the process with it, where the machine has no Bluetooth. */
export function openAbandonware(): OpenEngine {
  const require = createRequire(import.meta.url);
  const { version } = require('@abandonware/noble/package.json') as { version: string };
  const noble = require('@abandonware/noble') as NobleLike;
  return (onEvent, now_s) =>
    createNobleEngine(noble, { name: 'abandonware', version, brokenByRadioLoss: true }, onEvent, now_s);
}
