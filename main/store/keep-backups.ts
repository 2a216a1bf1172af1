import type { BackupFile } from './types.ts';

/** How many days, weeks and months keep the newest automatic backup they have. */
const KEPT = { days: 7, weeks: 4, months: 12 } as const;

/** Others are a person's, or of a moment, and are never removed. */
const isDaily = ({ name }: BackupFile): boolean => /-daily(-\d+)?\.sqlite$/.test(name);

/** The automatic ones, newest first, as they come. */
export const dailiesOf = (backups: readonly BackupFile[]): BackupFile[] => backups.filter(isDaily);

/** Which of the backups, newest first, no day, week or month keeps any more. */
export function superfluous(backups: readonly BackupFile[]): BackupFile[] {
  const dailies = dailiesOf(backups);
  const kept = new Set([
    ...newestOfEach(dailies, KEPT.days, dayOf),
    ...newestOfEach(dailies, KEPT.weeks, mondayOf),
    ...newestOfEach(dailies, KEPT.months, (at) => `${at.getFullYear()}-${at.getMonth()}`),
  ]);
  return dailies.filter((file) => !kept.has(file));
}

function newestOfEach(
  files: readonly BackupFile[],
  most: number,
  spanOf: (at: Date) => string,
): BackupFile[] {
  const found = new Map<string, BackupFile>();
  for (const file of files) {
    const span = spanOf(new Date(file.at_epoch_ms));
    if (!found.has(span) && found.size < most) found.set(span, file);
  }
  return [...found.values()];
}

const dayOf = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
const mondayOf = (at: Date): string =>
  dayOf(new Date(at.getFullYear(), at.getMonth(), at.getDate() - ((at.getDay() + 6) % 7)));
