/** The view for whoever lies under the bar: few words, each as short as can be. */
export const underBar = {
  title: 'Under the bar',
  higher: (cm: string) => `Higher ${cm} cm`,
  dropped: 'Dropped',
  failed: 'No rep',
  hold: { missed: 'Hold longer', 'no-lockout': 'No lockout' },
  stop: 'Stop',
  lastRep: 'Last rep',
  goal: 'Done',
};
