import type { Rep } from '../rep.ts';

export const middle_s = ({ concentric }: Rep): number => (concentric.start_s + concentric.end_s) / 2;

const rises = ({ concentric }: Rep, t_s: number): boolean =>
  concentric.start_s <= t_s && t_s <= concentric.end_s;

/** The same rise, measured twice: the middle of one lies in the other. */
export const isSameRise = (a: Rep, b: Rep): boolean => rises(a, middle_s(b)) || rises(b, middle_s(a));
