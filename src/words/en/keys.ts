/** What a key does, on the list of keys and in Help. */
export const actionNames = {
  station: 'Station',
  history: 'History',
  profile: 'Profile',
  athletes: 'Athletes',
  sensors: 'Sensors',
  settings: 'Settings',
  guide: 'Help',
  athlete: 'Athlete',
  lift: 'Lift and variation',
  load: 'Load',
  goal: 'Goal and targets',
  side: 'Side: left or right',
  warmUp: 'Warm-up or work set',
  nextSensor: 'Next sensor feeds the station',
  calibrate: 'Calibrate the lift',
  endSet: 'End the set',
  undo: 'Undo the last rep; again: bring it back',
  previousRep: 'Select the rep before',
  nextRep: 'Select the rep after',
  deleteRep: 'Delete the selected rep, or bring it back',
  nextSet: 'Leave the finished set; in the review: the set after',
  review: 'Review the finished set',
  previousSet: 'In the review: the set before',
  relabelAthlete: 'The finished set was another athlete',
  relabelLift: 'The finished set was another lift',
  relabelLoad: 'The finished set had another load',
  kiosk: 'Full screen, nothing but the station',
  display: 'Open the read-out on a second display',
  sounds: 'All sounds',
  shortcuts: 'These keys',
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
  singleKeys: 'Single keys work (switch off for speech or switch input)',
};
