import type { TeamMember } from '../training/team.ts';
import type { ProfileSubject } from './profile.ts';
import type { Athlete } from './setup.ts';

/** One athlete on the team page. */
export interface TeamRow extends Omit<TeamMember, 'subject'> {
  readonly athlete: Athlete;
  /** '' without one. */
  readonly group: string;
  /** The lift, variation and side trained most. */
  readonly subject: ProfileSubject;
}

export interface Team {
  /** Those who need a look first, most reasons and the longest away before others; then the others by name. */
  readonly rows: readonly TeamRow[];
  /** Athletes without a work set in the time looked at. */
  readonly idle: number;
}
