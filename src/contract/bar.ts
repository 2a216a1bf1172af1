import { z } from 'zod';

/** Which bar of the station: a station with one has only the first. */
export const BarNumberField = z.union([z.literal(1), z.literal(2)]);
export type BarNumber = z.infer<typeof BarNumberField>;

/** A request about one bar; without a word of which, it is about the first. */
export const ofBar = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ...shape, bar: BarNumberField.optional() });
