/** What a key does, on the list of keys and in Help. */
export const actionNames = {
  station: 'Station',
  history: 'History',
  profile: 'Profile',
  team: 'Team',
  athletes: 'Athletes',
  sensors: 'Sensors',
  settings: 'Settings',
  guide: 'Help',
  import: 'Import files',
  athlete: 'Athlete',
  lift: 'Lift and variation',
  load: 'Load',
  goal: 'Goal and targets',
  side: 'Side: left or right',
  tonight: 'Tonight’s group: order, skip, add',
  warmUp: 'Warm-up or work set',
  nextSensor: 'Switch to the next sensor',
  calibrate: 'Calibrate the lift',
  endSet: 'End the set',
  undo: 'Undo the last rep; press again to restore it',
  previousRep: 'Select the previous rep',
  nextRep: 'Select the next rep',
  deleteRep: 'Delete or restore the selected rep',
  nextSet: 'Next athlete of tonight’s group; without one, put the finished set away; in a review: next set',
  review: 'Review the finished set',
  previousSet: 'In a review: previous set',
  relabelAthlete: 'Give the finished set to another athlete',
  relabelLift: 'Change the lift of the finished set',
  relabelLoad: 'Change the load of the finished set',
  kiosk: 'Full screen, station only',
  underBar: 'Under the bar: few words, read from 3 m',
  display: 'Open the second display',
  otherBar: 'Of two bars, work with the other',
  sounds: 'All sounds',
  shortcuts: 'This list of keys',
};

export const keyGroups = {
  go: 'Go to',
  setup: 'Before a set',
  set: 'During and after a set',
  view: 'View',
};

export const keyCaps = {
  Space: 'Space',
  PageDown: 'Page down',
  PageUp: 'Page up',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: 'Enter',
  Escape: 'Esc',
} as Readonly<Record<string, string>>;

export const shortcuts = {
  title: 'Keys',
  singleKeys: 'Single-key shortcuts (turn off if you use speech or switch input)',
};
