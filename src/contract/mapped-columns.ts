import { z } from 'zod';
import { MAPPED_ACCELERATIONS, MAPPED_RATES, MAPPED_TIMES } from '../recording/files/column-map.ts';

const place = z.number().int().min(0).max(1000);
const axes = z.tuple([place, place, place]);
/** What the columns of a signal file mean that no tool is known by. */
export const MappedColumns = z.object({
  time: z.object({ column: place, as: z.enum(MAPPED_TIMES) }),
  accel: z.object({ columns: axes, unit: z.enum(MAPPED_ACCELERATIONS) }),
  gyro: z.object({ columns: axes, unit: z.enum(MAPPED_RATES) }).nullable(),
});
