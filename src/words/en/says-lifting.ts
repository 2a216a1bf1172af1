import { beside, counted, HALF_REPS, hundredths, REPS, tenths, whole } from './locale.ts';

const MORE_REPS = { one: 'more rep', other: 'more reps' };

/** Of one rep, in a line on the screen. */
export const rep = {
  full: (index: number, hold_s: number | null) =>
    hold_s === null ? `Rep ${index}: full range` : `Rep ${index}: full range, held ${tenths(hold_s)} s`,
  noReference: (index: number, rom_m: number | null, hold_s: number | null) =>
    [
      rom_m === null ? `Rep ${index} counted` : `Rep ${index}: ${whole(rom_m * 100)} cm`,
      hold_s === null ? '' : `held ${tenths(hold_s)} s`,
    ]
      .filter(Boolean)
      .join(', '),
  unsure: (index: number) => `Rep ${index}: range too close to call`,
  partial: (index: number, ratio: number | null, limit: number) =>
    ratio === null
      ? `Rep ${index} was a half rep`
      : `Rep ${index} stopped at ${beside(ratio * 100, limit * 100, 0)} % of full range`,
  short: (index: number, ratio: number | null, limit: number) =>
    ratio === null
      ? `Rep ${index} was a little short`
      : `Rep ${index} was a little short: ${beside(ratio * 100, limit * 100, 0)} % of full range`,
  overExtended: (index: number) => `Rep ${index} went above the calibrated lockout: keep the ribs down`,
  missedHold: (index: number, hold_s: number | null, target_s: number) =>
    hold_s === null
      ? `Rep ${index}: lockout not held`
      : `Rep ${index}: held ${beside(hold_s, target_s, 1)} of ${tenths(target_s)} s`,
  noLockout: (index: number) => `Rep ${index} stopped below lockout: drive higher before you hold`,
  dropped: (index: number, peak_mps: number) =>
    `Rep ${index} was dropped: ${tenths(peak_mps)} m/s on the way down`,
  fast: (index: number, duration_s: number, target_s: number) =>
    `Rep ${index} came down in ${beside(duration_s, target_s, 1)} s: take at least ${tenths(target_s)} s`,
  floorRest: (index: number) => `Rep ${index}: the bar rested on the floor`,
  unsteady: (index: number) => `Rep ${index}: the bar was less steady than in the calibration`,
  failed: 'Failed attempt: lockout was not reached',
  slow: (index: number, mcv_mps: number, target_mps: number) =>
    `Rep ${index}: ${beside(mcv_mps, target_mps, 2)} m/s, target ${hundredths(target_mps)}`,
  weak: (index: number, power_w: number, target_w: number) =>
    `Rep ${index}: ${beside(power_w, target_w, 0)} W, target ${whole(target_w)} W`,
  found: (reps: number) => `${counted(reps, MORE_REPS)} found`,
  withdrawn: 'That was not a rep after all: removed',
};

/** Of a set: why it stops, and its summary. */
export const set = {
  loss: (loss_pct: number, limit_pct: number) =>
    `Stop: ${beside(loss_pct, limit_pct, 0)} % slower than the best rep (limit ${whole(limit_pct)} %)`,
  done: (reps: number, full: number, short: number, partial: number, unsure: number) => {
    const parts = [
      full > 0 ? `${full} full` : '',
      short > 0 ? `${short} short` : '',
      partial > 0 ? counted(partial, HALF_REPS) : '',
      unsure > 0 ? `${unsure} not judged` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? counted(reps, REPS) : `${counted(reps, REPS)}: ${parts.join(', ')}`;
  },
  holds: (met: number, judged: number) =>
    met === judged
      ? 'every hold met'
      : `${counted(judged - met, { one: 'hold', other: 'holds' })} of ${judged} missed`,
  failed: (n: number) => counted(n, { one: 'failed attempt', other: 'failed attempts' }),
  dropped: (n: number) => `${n} dropped`,
  overExtended: (n: number) => `${n} above lockout`,
  floorRests: (n: number) => counted(n, { one: 'rest on the floor', other: 'rests on the floor' }),
  interrupted: 'the connection was lost during the set',
  broken:
    'The set could not be measured because of a fault in Lockout. Its recording is kept and offered again at the next start',
  nothing: 'No reps found. The recording is kept for a day, under Sensors',
  /** null where both agree, or nobody counted. */
  replayed: 'from a recording, it counts nowhere until you let it in its review',
  corrected: (live: number | null, found: number) => {
    if (live === null || live === found) return null;
    return live < found
      ? `${counted(found - live, MORE_REPS)} found at the end of the set`
      : `live counted ${live}, the end of the set found ${found}`;
  },
  fromLive: 'the analysis at the end lost the reps: these are as they were counted live',
  analysisFailed: 'This recording could not be analysed because of a fault in Lockout. Nothing was changed',
  stillNothing: 'There is still no rep to be found in it',
  keptLive: 'The analysis does not find the reps that were counted live, so they stay as they are',
  sides: (side: string, other: string, rom_pct: number | null, mcv_pct: number | null) => {
    const compare = (pct: number, more: string, less: string) =>
      `${whole(Math.abs(pct))} % ${pct >= 0 ? more : less}`;
    const parts = [
      rom_pct === null ? '' : compare(rom_pct, 'more range', 'less range'),
      mcv_pct === null ? '' : compare(mcv_pct, 'faster', 'slower'),
    ].filter((part) => part !== '');
    return `${side} compared with ${other}: ${parts.join(', ')}`;
  },
};

/** Through the loudspeaker, one word where one will do. */
export const speak = {
  rep: (index: number) => String(index),
  velocity: (mcv_mps: number) => hundredths(mcv_mps),
  toGo: (reps: number) => (reps === 1 ? 'one to go' : `${reps} to go`),
  done: 'done',
  stop: 'stop',
  verdict: {
    full: 'full',
    short: 'short',
    partial: 'half rep',
    unsure: 'not sure',
    dropped: 'dropped',
    missed: 'hold longer',
    'no-lockout': 'higher',
    failed: 'failed',
  },
};
