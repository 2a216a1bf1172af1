/** A mistake somebody could make, which a user would pay for. */
export interface Fault {
  readonly what: string;
  readonly file: string;
  /** Occurs once in the file. */
  readonly from: string;
  readonly to: string;
  /** The tests that are to fail. */
  readonly test: string;
}

export const fault = (what: string, file: string, from: string, to: string, test: string): Fault => ({
  what,
  file,
  from,
  to,
  test,
});
