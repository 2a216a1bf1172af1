/** Two bars at one station. */
export const bars = {
  title: 'Bars',
  name: (bar: 1 | 2) => `Bar ${bar}`,
  of: (bar: 1 | 2, athlete: string) => `Bar ${bar}, ${athlete}`,
  part: (bar: 1 | 2, name: string) => `${name}, bar ${bar}`,
  keysHere: 'Keys work here',
  setting: 'Two bars at this station',
  settingHint:
    'Two athletes lift side by side, each with a sensor. X, Tab or a click changes which bar the keys work for. Bar 1 sounds from the left, bar 2 from the right.',
  spoken: (athlete: string, text: string) => `${athlete}: ${text}`,
  none: 'This station has one bar. Settings, Sets, adds a second one.',
  athleteTaken: (name: string) =>
    `${name} is at the other bar: choose somebody else, or change that bar first`,
  sensorTaken: 'This sensor is on the other bar: disconnect it there first',
  bothHere: 'Both athletes are at a bar: choose somebody else at one of them first',
};
