/** The frame around every screen: what went wrong. */
export const connection = {
  unreachable: 'The station is not responding.',
  lost: 'Station unreachable',
  lostDetail: 'Is Lockout still running on this computer? This page keeps trying.',
  connecting: 'Connecting to the station',
};

export const notFound = { title: 'This screen does not exist', back: 'Back to the station' };

export const broken = {
  title: 'Something went wrong on this screen',
  detail: 'The station keeps running, and nothing you recorded is lost.',
  reload: 'Reload',
};
