import { tenths } from './locale.ts';

/** Recordings that cannot be read, from a file or from the store. */
export const recordings = {
  empty: 'The file is empty: it needs a header line that names the columns.',
  noValue: (row: number, column: string) => `Row ${row}, column ${column}: the value is missing.`,
  noNumber: (row: number, column: string, shown: string) =>
    `Row ${row}, column ${column}: "${shown}" is not a number.`,
  noMeasurement: (row: number, column: string, shown: string) =>
    `Row ${row}, column ${column}: ${shown} is not a possible reading.`,
  unreadGyro: (column: string) =>
    `Column ${column} looks like an angular rate but was not read; name it gx_dps, gy_dps, gz_dps or gx_rads, gy_rads, gz_rads.`,
  timeGoesBack: (row: number, column: string, by_s: number) =>
    `Row ${row}, column ${column}: the time goes back by ${tenths(by_s)} s.`,
  foreign: 'This is not a Lockout recording.',
  newer: (version: number) =>
    `This recording was written by a newer Lockout (format ${version}); update this one.`,
  neverExisted: (version: number) => `There is no recording format ${version}.`,
  noHeader: 'The recording is damaged: its header cannot be read.',
  cutShort: (bytes: number, written: number) =>
    `The recording is damaged: it has ${bytes} bytes where ${written} were written.`,
  unknownPacking: (packing: string) =>
    `The raw signal is packed in a way this Lockout does not know (${packing}).`,
  elsewhere:
    'The raw signal of this set is at the rack where it was lifted. It comes from the gym as soon as it is there.',
  damaged: 'The raw signal of this set is damaged; its numbers are still there.',
};
