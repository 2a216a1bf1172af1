export const soundNames = {
  lockout: 'Lockout reached',
  tick: 'Hold running',
  met: 'Hold met',
  higher: 'Higher: short of lockout',
  partial: 'Half rep',
  dropped: 'Bar dropped',
  'velocity-loss': 'Stop: velocity loss',
  failed: 'Failed rep',
  'set-start': 'Set starts',
  'set-end': 'Set ends',
};

export const soundHints = {
  lockout: 'One steady tone when the top of the rep is reached.',
  tick: 'Short ticks that rise in pitch until the hold is met.',
  met: 'A bright two-note chime: the hold counts, come down.',
  higher: 'A quick slide up, asking for more: the bar stands short of lockout.',
  partial: 'One low tone: the rep stopped short of your range.',
  dropped: 'A dry double click: lower the bar under control.',
  'velocity-loss': 'Three falling notes: that was the last rep.',
  failed: 'A low, falling buzz.',
  'set-start': 'A soft rising fifth with the first rep.',
  'set-end': 'A soft falling fifth when the bar rests.',
} satisfies Record<keyof typeof soundNames, string>;

/** The Sounds screen. */
export const sounds = {
  title: 'Sounds',
  off: 'Sound is off: press any key',
  elsewhere: 'Another window is playing the sounds',
  intro: 'What you will hear under the bar. Each sound can be switched off in Settings.',
  play: 'Play',
  playAll: 'Play them all',
  playSet: 'Play a rep with a 1 s hold',
  volume: 'Volume',
  voice: 'Voice',
  voiceSample: 'Rep 3. 0 point 5 8. Full.',
  noVoice: 'This computer has no voice installed; the tones tell you everything.',
  switchedOff: 'off in Settings',
  latency: (ms: number) => `Output delay of this computer: ${ms} ms, already allowed for.`,
};
