/**
 * What the sensor sits on, by the words of the command line and the database. bar: just inside the collar. sleeve: clipped
 * off its axis. plate: on a plate, which turns as it likes. belt: on the lifter's belt or hips. stack: on a machine's weights.
 */
export const MOUNTS = ['bar', 'sleeve', 'plate', 'belt', 'dumbbell', 'stack'] as const;
export type MountId = (typeof MOUNTS)[number];
