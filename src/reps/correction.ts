/**
 * What a coach says about the movements of a set, against the rules: `count` the movement at this moment as a rep,
 * `split` the rep at this moment in two where the bar slowed down inside it, `join` the rep at `at_s` and the one at
 * `to_s`, with what lies between, into one. Moments are s from the recording's first sample, so that a correction
 * finds its movement again whatever a newer algorithm makes of the rest.
 */
export type Correction =
  | { readonly kind: 'count'; readonly at_s: number }
  | { readonly kind: 'split'; readonly at_s: number }
  | { readonly kind: 'join'; readonly at_s: number; readonly to_s: number };
