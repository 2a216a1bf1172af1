import { type Fault, fault } from './fault.ts';

const SOUND = 'tests/renderer/sound-engine.test.ts';
const VERDICTS = 'tests/reps/verdicts.test.ts';
const CALIBRATE = 'tests/signal/calibrate.test.ts';
const DESPIKE = 'tests/signal/despike.test.ts';

/** What is heard, told and made of a signal. */
export const NUMBER_FAULTS: readonly Fault[] = [
  fault('a cancelled cue sounds', 'renderer/sound/engine.ts', '      ahead.get(id)?.();\n', '', SOUND),
  fault('cancelled oscillators go on', 'renderer/sound/schedule.ts', '      oscillator.stop();\n', '', SOUND),
  fault(
    'a sound that is switched off sounds',
    'renderer/sound/engine.ts',
    '      if (wish && !wish.sounds[cue.cue]) return;\n',
    '',
    SOUND,
  ),
  fault(
    'a late tick sounds',
    'renderer/sound/engine.ts',
    'TICK_TOO_LATE_MS = 120',
    'TICK_TOO_LATE_MS = 1200',
    SOUND,
  ),
  fault(
    'best velocity is the first',
    'src/reps/measure/set-summary.ts',
    'Math.max(...velocities)',
    '(velocities[0] as number)',
    'tests/reps/summary.test.ts',
  ),
  fault(
    'full only above its boundary',
    'src/reps/measure/verdicts.ts',
    'ratio >= targets.full_ratio',
    'ratio > targets.full_ratio',
    VERDICTS,
  ),
  fault(
    'partial at its boundary',
    'src/reps/measure/verdicts.ts',
    'ratio < targets.partial_ratio',
    'ratio <= targets.partial_ratio',
    VERDICTS,
  ),
  fault(
    'a hold of the target is missed',
    'src/reps/measure/verdicts.ts',
    'rep.hold_s >= targets.hold_s',
    'rep.hold_s > targets.hold_s',
    VERDICTS,
  ),
  fault(
    'a lowering of the target is fast',
    'src/reps/measure/verdicts.ts',
    'rep.eccentric_s < targets.eccentric_s',
    'rep.eccentric_s <= targets.eccentric_s',
    VERDICTS,
  ),
  fault(
    'a lowering at the limit is dropped',
    'src/reps/measure/verdicts.ts',
    'rep.eccentric_peak_mps > targets.dropped_mps',
    'rep.eccentric_peak_mps >= targets.dropped_mps',
    VERDICTS,
  ),
  fault(
    'prior of the scale x 10',
    'src/signal/calibrate.ts',
    'SCALE_PRIOR = 0.015',
    'SCALE_PRIOR = 0.15',
    CALIBRATE,
  ),
  fault(
    'limit of the offset x 10',
    'src/signal/calibrate.ts',
    'KNOWN_OFFSET_G = 0.006',
    'KNOWN_OFFSET_G = 0.06',
    CALIBRATE,
  ),
  fault(
    'limit of the scale x 10',
    'src/signal/calibrate.ts',
    'KNOWN_SCALE = 0.008',
    'KNOWN_SCALE = 0.08',
    CALIBRATE,
  ),
  fault(
    'limit of the residual x 10',
    'src/signal/calibrate.ts',
    'LARGEST_RESIDUAL_G = 0.02',
    'LARGEST_RESIDUAL_G = 0.2',
    CALIBRATE,
  ),
  fault(
    'neighbours of a spike may be far apart',
    'src/signal/spike.ts',
    'NEIGHBOUR_SPAN_S = 0.1',
    'NEIGHBOUR_SPAN_S = 1',
    DESPIKE,
  ),
];
