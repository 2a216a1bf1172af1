import os from 'node:os';
import type { Result } from '../../src/contract/result.ts';
import { systemClock } from '../station/clock.ts';
import { dataFolder, openStore, type Store } from '../store/index.ts';
import type { Values } from './command.ts';

export const folderOf = (values: Values): string =>
  typeof values.data === 'string'
    ? values.data
    : dataFolder({ platform: process.platform, env: process.env, home: os.homedir() });

/** The data to look at: works beside a running station. */
export const openToRead = (values: Values): Result<Store> =>
  openStore(folderOf(values), { clock: systemClock, readonly: true });

/** The data to change: refused while a station has it open. */
export const openToWrite = (values: Values): Result<Store> =>
  openStore(folderOf(values), { clock: systemClock });
