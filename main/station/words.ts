/**
 * Every sentence the station itself says, in one place: a translation is another file of this shape.
 * The page has its own catalogue for labels and buttons.
 */
const locale = 'en';
const number = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const one = number(1);
const two = number(2);
const whole = number(0);
const count = (n: number, singular: string, plural = `${singular}s`): string =>
  `${n} ${n === 1 ? singular : plural}`;

export const words = {
  rep: {
    full: (index: number, hold_s: number | null) =>
      hold_s === null ? `Rep ${index}: full range` : `Rep ${index}: full range, held ${one.format(hold_s)} s`,
    noReference: (index: number) => `Rep ${index}: no reference range yet, calibrate the lift to judge range`,
    unsure: (index: number) => `Rep ${index}: range too close to call`,
    partial: (index: number, ratio: number | null) =>
      ratio === null
        ? `Rep ${index} was a half rep`
        : `Rep ${index} stopped at ${whole.format(ratio * 100)} % of full range`,
    short: (index: number, ratio: number | null) =>
      ratio === null
        ? `Rep ${index} was a little short`
        : `Rep ${index} a little short: ${whole.format(ratio * 100)} % of full range`,
    overExtended: (index: number) => `Rep ${index} went above the calibrated lockout: keep the ribs down`,
    missedHold: (index: number, hold_s: number | null, target_s: number) =>
      hold_s === null
        ? `Rep ${index}: lockout not held`
        : `Rep ${index}: held ${one.format(hold_s)} of ${one.format(target_s)} s`,
    dropped: (index: number, peak_mps: number) =>
      `Rep ${index} was dropped: ${one.format(peak_mps)} m/s on the way down`,
    fast: (index: number, duration_s: number, target_s: number) =>
      `Rep ${index} came down in ${one.format(duration_s)} s, ${one.format(target_s)} s or slower is asked`,
    floorRest: (index: number) => `Rep ${index}: the bar rested on the floor`,
    unsteady: (index: number) => `Rep ${index}: the bar wandered more than in the calibration`,
    failed: 'Failed attempt: lockout was not reached',
    slow: (index: number, mcv_mps: number, target_mps: number) =>
      `Rep ${index}: ${two.format(mcv_mps)} m/s, ${two.format(target_mps)} is asked`,
    weak: (index: number, power_w: number, target_w: number) =>
      `Rep ${index}: ${whole.format(power_w)} W, ${whole.format(target_w)} W is asked`,
    withdrawn: 'That was not a rep: taken away',
  },
  set: {
    loss: (loss_pct: number, limit_pct: number) =>
      `Stop: ${whole.format(loss_pct)} % slower than the best rep (limit ${whole.format(limit_pct)} %)`,
    done: (reps: number, full: number, short: number, partial: number, unsure: number) => {
      const parts = [
        full > 0 ? `${full} full` : '',
        short > 0 ? `${short} short` : '',
        partial > 0 ? count(partial, 'half rep') : '',
        unsure > 0 ? `${unsure} not judged` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? count(reps, 'rep') : `${count(reps, 'rep')}: ${parts.join(', ')}`;
    },
    holds: (met: number, judged: number) =>
      met === judged ? 'every hold met' : `${count(judged - met, 'hold')} of ${judged} missed`,
    failed: (n: number) => count(n, 'failed attempt'),
    dropped: (n: number) => `${n} dropped`,
    overExtended: (n: number) => `${n} above lockout`,
    floorRests: (n: number) => count(n, 'rest on the floor', 'rests on the floor'),
    interrupted: 'the link broke off during the set',
    broken:
      'The set could not be measured because of a fault in Lockout. Its samples are kept and offered again at the next start',
    nothing: 'No repetition in what was recorded, so nothing was stored',
    sides: (side: string, other: string, rom_pct: number | null, mcv_pct: number | null) => {
      const compare = (pct: number, more: string, less: string) =>
        `${whole.format(Math.abs(pct))} % ${pct >= 0 ? more : less}`;
      const parts = [
        rom_pct === null ? '' : compare(rom_pct, 'more range', 'less range'),
        mcv_pct === null ? '' : compare(mcv_pct, 'faster', 'slower'),
      ].filter((part) => part !== '');
      return `${side} against ${other}: ${parts.join(', ')}`;
    },
  },
  speak: {
    rep: (index: number) => String(index),
    velocity: (mcv_mps: number) => two.format(mcv_mps),
    verdict: {
      full: 'full',
      short: 'short',
      partial: 'half rep',
      unsure: 'not sure',
      dropped: 'dropped',
      missed: 'hold longer',
      failed: 'failed',
    },
  },
  calibrate: {
    title: (wanted: number) => `${wanted} slow full reps, each held at the top`,
    tooFew: (seen: number, wanted: number) =>
      `Only ${count(seen, 'rep')} seen, ${wanted} are needed: do them again`,
    uneven: (spread_pct: number) =>
      `The reps differ by ${whole.format(spread_pct)} % in range: do them again if one was short`,
    noHold: (hold_s: number) =>
      `Not every rep was held for ${one.format(hold_s)} s: the lockout height is less certain`,
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
      `Rest kept. ${count(positions, 'position')} known: a full calibration needs the sensor on each of its six sides`,
  },
  mounting: {
    'loose-clip': 'The sensor rattles: tighten its clip',
    'off-axis':
      'The sensor sits away from the bar: bring it closer, every turn of the bar looks like lifting',
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
} as const;
