import type { IncomingMessage } from 'node:http';
import { CARRY_FILES } from '../../src/contract/requests.ts';
import { type RequestBody, readBody } from './body.ts';

/** The files of a recording, in base64 or as text that JSON escapes a little: 64 MiB. */
const FILES_BYTES = 2 ** 26;
/** Everything else is a few fields and a note; chosen here: 64 KiB. */
export const FIELDS_BYTES = 2 ** 16;

export interface Bodies {
  /** Reads the body of a request and has it carried out; of those with files one at a time, for each is held several times over. */
  take<T>(
    request: IncomingMessage,
    channel: string,
    carryOut: (body: RequestBody | { readonly ok: false; readonly status: 429 }) => Promise<T>,
  ): Promise<T>;
}

export function createBodies(): Bodies {
  let busy = false;
  return {
    async take(request, channel, carryOut) {
      if (!CARRY_FILES.has(channel)) return carryOut(await readBody(request, FIELDS_BYTES));
      if (busy) return carryOut({ ok: false, status: 429 });
      busy = true;
      try {
        return await carryOut(await readBody(request, FILES_BYTES));
      } finally {
        busy = false;
      }
    },
  };
}
