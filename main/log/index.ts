import type { Handlers } from '../../src/contract/bridge.ts';
import { success } from '../../src/contract/result.ts';
import type { Store } from '../store/types.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { LogFile } from './log-file.ts';

export { createLogFile, type LogFile } from './log-file.ts';

/** What a page may ask of the log. */
export const logHandlers = (store: Store, log: LogFile): Pick<Handlers, 'log:diagnostics'> => ({
  'log:diagnostics': () => success({ text: diagnosticsOf(store, log) }),
});
