/** The frame around every screen: what went wrong. */
export const connection = {
  unreachable: 'The station does not answer.',
  lost: 'Station not reachable',
  lostDetail: 'Is Lockout still running on this computer? Trying again by itself.',
  connecting: 'Reaching the station',
};

export const notFound = { title: 'There is no such screen', back: 'Back to the station' };

export const broken = {
  title: 'This screen broke',
  detail: 'The station itself goes on, and nothing that was recorded is lost.',
  reload: 'Load it again',
};
