import { counted, REPS, tenths, whole } from './locale.ts';
import { rep, set, speak } from './says-lifting.ts';

/** What the station itself says, on the screen and through the loudspeaker. */
export const says = {
  rep,
  set,
  speak,
  calibrate: {
    tooFew: (seen: number, wanted: number) =>
      `Only ${counted(seen, REPS)} seen, ${wanted} are needed: do them again`,
    uneven: (spread_pct: number) =>
      `The reps differ by ${whole(spread_pct)} % in range: do them again if one was short`,
    noHold: (hold_s: number) =>
      `Not every rep was held for ${tenths(hold_s)} s: the lockout height is less certain`,
    unmeasured: 'The range could not be measured from these reps: check that the sensor is tight on the bar',
    noSource: 'Connect a sensor first',
    running: 'A set is running: end it first',
    nothingToAccept: 'There is no calibration to accept',
  },
  sensor: {
    nextSide: (position: number, wanted: number, repeated: boolean) =>
      `${repeated ? 'That side was shown already. ' : ''}Side ${position} of ${wanted}: put the sensor down on another side and let go for 3 s`,
    holdStill: (left_s: number) => `Do not touch the sensor: ${left_s} s`,
    stillKept: (positions: number) =>
      `Rest kept. ${counted(positions, { one: 'position', other: 'positions' })} known: a full calibration needs the sensor on each of its six sides`,
  },
  mounting: {
    'loose-clip': 'The sensor rattles: tighten its clip',
    'off-axis':
      'The sensor sits away from the bar: bring it closer, or twist the bar quickly back and forth in the ten seconds before each set',
    'spinning-part':
      'The sensor turns round and round: put it on the part of the bar that is gripped, not on sleeve or plate',
  },
  source: {
    unknownSensor: 'This sensor is not known yet: scan for it first',
    unknown: 'That source is not connected',
    lost: (reason: string) => `Link lost: ${reason}`,
    simulated: 'Simulated sensor',
    simulatedName: (scenario: string) => `Simulated: ${scenario.replace('-', ' ')}`,
    replay: 'Replayed recording',
    replayOfSet: (id: number) => `Set ${id}`,
    replayOfFile: 'Recording from a file',
    nothingToReplay: 'Choose a stored set or a recording to replay',
    emptyRecording: 'That recording has no samples',
    notCalibratable: 'Only a sensor can be calibrated, not a recording or the simulator',
    notStreaming: 'The sensor must be connected and streaming to be calibrated',
  },
  data: {
    noAthlete: 'There is no such athlete',
    athleteLifts: 'A set of this athlete is running: end it first',
    noSet: 'There is no such set',
    noRep: 'There is no such rep',
    nothingToUndo: 'There is nothing to undo',
    noRunningSet: 'No set is running',
    noJournal: 'That interrupted set is no longer there',
  },
};
