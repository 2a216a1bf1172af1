// What still breaks a rule of the house. The lists only get shorter: whoever mends an entry takes its line out,
// and the house test fails until it is out.

export const STILL_LONG: readonly string[] = [];

export const STILL_MISSING: readonly string[] = [];
