/** Without a sensor; the same steps stand in Help. */
export const welcome = {
  title: 'No sensor connected yet',
  detail:
    'Pair a sensor, or see first what a set looks like. A simulated sensor to try everything with is among the sensors.',
  pair: 'Pair a sensor',
  demonstrate: 'Show me a set',
  demonstrateDetail:
    'One simulated set of hip thrusts with every verdict and sound, in about a minute. Nothing of it is stored.',
  kept: (folder: string) =>
    `Every set is kept on this computer, in ${folder}. There is no account, and it works without the internet.`,
  clipTitle: 'Where to clip the sensor',
  clipSteps: [
    'On the bar, just inside the collar.',
    'Tight: it must not slide or turn.',
    'Clear of hands, hips and plates.',
  ],
};
