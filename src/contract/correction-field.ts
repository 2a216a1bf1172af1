import { z } from 'zod';

const moment = z.number().min(0);

/** What a coach says about a movement of a set. */
export const CorrectionField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), at_s: moment }),
  z.object({ kind: z.literal('split'), at_s: moment }),
  z.object({ kind: z.literal('join'), at_s: moment, to_s: moment }),
]);
