/** What a browser is told that the station does not know. */
export const door = {
  title: 'Lockout does not know this browser',
  used: 'This address has been used, or is from an earlier start',
  how: 'Lockout prints an address where it was started: in the terminal, or in the log of the service. Open the last one it printed.',
  more: 'Each address lets one browser in, which stays in until Lockout stops. If somebody else used yours, stop Lockout and start it again.',
  refused:
    'The station does not know this browser. Open the address that Lockout printed where it was started.',
  anew: 'Lockout was started again',
  anewDetail: 'Open the address it printed where it was started; this page then continues by itself.',
};
