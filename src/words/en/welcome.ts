/** Without a sensor; the same steps stand in Help. */
export const welcome = {
  title: 'No sensor connected yet',
  detail: 'Pair a sensor, or try everything with a simulated one first.',
  pair: 'Pair a sensor',
  simulate: 'Use the simulated sensor',
  simulateDetail: 'Eight hip thrusts, with verdicts and sounds. Marked as simulated everywhere.',
  clipTitle: 'Where to clip the sensor',
  clipSteps: [
    'On the bar, just inside the collar.',
    'Tight: it must not slide or turn.',
    'Clear of hands, hips and plates.',
  ],
};
