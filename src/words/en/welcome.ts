/** Without a sensor; the same steps stand in Help. */
export const welcome = {
  title: 'No sensor feeds this station yet',
  detail: 'Pair a sensor, or try everything first with a simulated one.',
  pair: 'Pair a sensor',
  simulate: 'Use the simulated sensor',
  simulateDetail: 'Eight hip thrusts, with every verdict and sound. Labelled as simulated everywhere.',
  clipTitle: 'Where to clip the sensor',
  clipSteps: [
    'On the bar, just inside the collar.',
    'Tight: it must not slide or turn.',
    'Away from where hands, hips and plates touch.',
  ],
};
