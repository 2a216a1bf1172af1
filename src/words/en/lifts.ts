export const lifts = {
  'hip-thrust': 'Hip thrust',
  squat: 'Squat',
  deadlift: 'Deadlift',
  'romanian-deadlift': 'Romanian deadlift',
  'bench-press': 'Bench press',
  'overhead-press': 'Overhead press',
  row: 'Row',
  other: 'Other lift',
};

export const variations = {
  barbell: 'Barbell',
  bodyweight: 'Bodyweight',
  'single-leg': 'Single-leg',
  'b-stance': 'B-stance',
  banded: 'Banded',
  'smith-machine': 'Smith machine',
  dumbbell: 'Dumbbell',
  'kas-bridge': 'Kas bridge',
  'glute-bridge': 'Glute bridge',
};

/** What tells a variation from the others, where there is a choice. */
export const variationNotes = {
  barbell: 'Bar across the hips on a pad, shoulder blades on the bench.',
  bodyweight: 'No bar: clip the sensor to a belt at the hip crease.',
  'single-leg': 'One foot on the floor; compare left and right.',
  'b-stance': 'One leg works, the other balances; compare left and right.',
  banded: 'Band above the knees: gluteus medius works too.',
  'smith-machine': 'Guided bar: the path is straight.',
  dumbbell: 'One dumbbell across the hips; clip the sensor to its handle.',
  'kas-bridge': 'Only the top part of the thrust: short on purpose.',
  'glute-bridge': 'Shoulders on the floor: short on purpose.',
} satisfies Record<keyof typeof variations, string>;

export const sides = { left: 'Left', right: 'Right' };

/** What to watch in a lift, and how to set it up; the Help screen shows those of the lift at the station. */
export const cues: Readonly<Record<keyof typeof lifts, readonly string[]>> = {
  'hip-thrust': [
    'Ribs down, chin tucked, look forward.',
    'Drive through the heels until shoulder, hip and knee are in line; no higher.',
    'Squeeze and hold at the top.',
    'Lower under control; never drop the bar.',
  ],
  squat: ['Same depth every rep.', 'Chest up, knees over the toes.', 'Drive up without stopping.'],
  deadlift: ['Pull the slack out of the bar first.', 'Hips through, stand tall.', 'Lower along the thighs.'],
  'romanian-deadlift': ['Hips back, soft knees.', 'Bar close to the legs.', 'Stop before the back rounds.'],
  'bench-press': ['Shoulder blades back and down.', 'Touch the chest, no bounce.', 'Lock the elbows out.'],
  'overhead-press': ['Squeeze glutes and core.', 'Bar close to the face.', 'Head through at the top.'],
  row: ['Keep the back still.', 'Elbows to the hips.', 'Lower under control.'],
  other: [],
};

export const setups: Readonly<Record<keyof typeof lifts, readonly string[]>> = {
  'hip-thrust': [
    'Bench edge under the shoulder blades.',
    'Bar in the hip crease; use a pad from about 60 kg.',
    'Feet so that the shins are vertical at the top, heels down.',
    'Collars on; sensor on the bar, next to the inner collar.',
    'Lie still for a second before the first rep, so that the sensor finds zero.',
  ],
  squat: ['Safeties just below the lowest bar position.', 'Stand still for a second after the walk-out.'],
  deadlift: ['Bar over mid-foot.', 'Leave the bar still on the floor for a second before the first pull.'],
  'romanian-deadlift': [
    'Take the bar from pins at hip height if you can.',
    'Stand still for a second before the first rep.',
  ],
  'bench-press': [
    'Spotter or safeties.',
    'Hold the bar still over the shoulders for a second before the first rep.',
  ],
  'overhead-press': ['Bar in the rack at chest height.', 'Stand still for a second before the first rep.'],
  row: ['Hold the hinge still for a second before the first rep.'],
  other: ['Keep the bar still for a second before the first rep.'],
};
