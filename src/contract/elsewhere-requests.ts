import { z } from 'zod';

const none = z.object({});

/** Screens elsewhere: the devices of the network that show the station, and the board on the wall. */
export const elsewhereRequests = {
  /** Who was let in, a code for the next one, and the door shown to one of them. */
  'lan:status': none,
  'lan:code': z.object({ role: z.enum(['view', 'control']) }),
  'lan:revoke': z.object({ id: z.string().max(200) }),
  /** What the screen on the wall shows. */
  'board:get': none,
  /** By which address other programs listen. */
  'stream:status': none,
} as const;
