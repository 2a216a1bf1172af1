import { counted, REPS, tenths, whole } from './locale.ts';
import { rep, set, speak } from './says-lifting.ts';

/** "Rep 2"; "Reps 1 and 3". */
const repsNamed = (places: readonly number[]): string => {
  const last = places.at(-1);
  const first = places.slice(0, -1).join(', ');
  return first === '' ? `Rep ${last}` : `Reps ${first} and ${last}`;
};

/** What the station itself says, on the screen and through the loudspeaker. */
export const says = {
  rep,
  set,
  speak,
  calibrate: {
    tooFew: (seen: number, wanted: number) => `Only ${counted(seen, REPS)} seen, ${wanted} needed: try again`,
    uneven: (short: readonly number[], spread_pct: number) =>
      `${repsNamed(short)} rose up to ${whole(spread_pct)} % less than the highest: try again if that was not the full range`,
    noHold: (those: readonly number[], hold_s: number) =>
      `${repsNamed(those)} came down before ${tenths(hold_s)} s at the top, so the lockout height is less certain`,
    leftOut: (those: readonly number[]) =>
      `${repsNamed(those)} could not be measured; the range is that of the others`,
    withdrawn: (index: number) => `Rep ${index} does not count after all: do it once more`,
    failed: (index: number) => `Rep ${index} is not taken, it came down before lockout: do it once more`,
    unmeasured: 'These reps could not be measured: check that the sensor is tight on the bar',
    noSource: 'Connect a sensor first',
    running: 'A set is running: end it first',
    noAgreement: 'The reps of this set differ too much in range to be a reference: calibrate the lift',
    nothingToAccept: 'There is no calibration to accept',
  },
  sensor: {
    nextSide: (position: number, wanted: number, repeated: boolean) =>
      `${repeated ? 'That side is done already. ' : ''}Side ${position} of ${wanted}: put the sensor down on another side and let go for 3 s`,
    holdStill: (left_s: number) => `Do not touch the sensor: ${left_s} s`,
    stillKept: (positions: number) =>
      `Position saved. ${counted(positions, { one: 'position', other: 'positions' })} so far: a full calibration needs all six sides of the sensor`,
  },
  mounting: {
    'loose-clip': 'The sensor rattles: tighten its clip',
    'off-axis':
      'The sensor sits away from the bar: move it closer, or twist the bar quickly back and forth in the ten seconds before each set',
    'spinning-part':
      'The sensor keeps spinning: clip it to the shaft of the bar, not to the sleeve or a plate',
  },
  source: {
    unknownSensor: 'This sensor is not known yet: search for it first',
    unknown: 'That sensor is not connected',
    lost: (reason: string) => `Connection lost: ${reason}`,
    simulated: 'Simulated sensor',
    demonstration: 'A set to look at',
    simulatedName: (scenario: string) => `Simulated: ${scenario.replace('-', ' ')}`,
    replay: 'Replayed recording',
    replayOfSet: (id: number) => `Set ${id}`,
    replayOfFile: 'Recording from a file',
    nothingToReplay: 'Choose a stored set or a recording to replay',
    emptyRecording: 'That recording is empty',
    notCalibratable: 'Only a real sensor can be calibrated, not a recording or the simulated sensor',
    notStreaming: 'Connect the sensor before calibrating it',
  },
  unstored: (sets: number, on_disk: number, problem: string) => {
    const where =
      on_disk === 0
        ? 'only in memory: do not close Lockout'
        : on_disk < sets
          ? `${on_disk} in the journal folder, ${sets - on_disk} only in memory: do not close Lockout`
          : 'in the journal folder, and offered again should Lockout stop';
    return `${counted(sets, { one: 'set is', other: 'sets are' })} not stored yet (${where}). ${problem} Lockout keeps trying.`;
  },
  nobodyNext: 'Nobody else is in tonight’s group: press Q to add athletes',
  nothingUnstored: 'Every set is stored',
  data: {
    noAthlete: 'This athlete no longer exists',
    notReplayed: 'A set that was lifted here always counts in trends; delete it if it should not',
    noOpenProfile: 'No profile was begun today',
    fewLoads: 'A profile needs a full rep at two loads or more',
    nameTaken: (name: string) =>
      `There is a ${name} already: give this one a group or a birth year that tells the two apart`,
    athleteLifts: 'A set of this athlete is running: end it first',
    noSet: 'This set no longer exists',
    noRep: 'This rep no longer exists',
    cannotCorrect: {
      count: 'There is no movement here that is not part of a rep already',
      split: 'The bar did not slow down inside this rep, so there is nowhere to split it',
      join: 'These two reps no longer exist',
    },
    noCorrection: 'This change is already undone',
    nothingToUndo: 'Nothing to undo',
    noRunningSet: 'No set is running',
    restoreRunning: 'A set is running: end it first',
    restoreUnstored: 'Some sets are not stored yet: wait until they are, or save them as a file and restart',
    noJournal: 'That interrupted set no longer exists',
  },
};
