import { createBinKeeper } from './bin-keeper.ts';
import { createDailyBackups, type DailyBackups } from './daily-backups.ts';

/** What the station does for its data while nobody lifts. */
export interface Upkeep {
  readonly dailyBackups: DailyBackups;
  close(): Promise<void>;
}

type UpkeepDeps = Parameters<typeof createDailyBackups>[0] & Parameters<typeof createBinKeeper>[0];

export function createUpkeep(deps: UpkeepDeps): Upkeep {
  const dailyBackups = createDailyBackups(deps);
  const binKeeper = createBinKeeper(deps);
  return {
    dailyBackups,
    close() {
      binKeeper.close();
      return dailyBackups.close();
    },
  };
}
