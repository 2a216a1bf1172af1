import type { Athlete } from '../../../src/contract/setup.ts';
import type { Station } from '../station.ts';

/** The next lifter: a set whose bar rests already is the last one's. */
export function chooseAthlete({ desk, runner, calibrator }: Station, athlete: Athlete): void {
  runner.beforeNextAthlete();
  desk.chooseAthlete(athlete, runner.run !== null);
  // the set on screen is somebody else's
  runner.review.clear();
  calibrator.cancel();
  runner.relabelled();
  desk.turns.skip(athlete.id, false);
  // what the last one does stands in the group from now on
  desk.turns.refresh();
}
