import type { LiftProfile } from '../../../lifts/profile.ts';
import type { SetContext } from '../../rep.ts';
import type { LiveEvent } from '../events.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { MotionHistory } from '../motion/motion-history.ts';

/** What the announcer knows of the running set, and whom it tells. */
export interface AnnouncerPorts {
  readonly motion: BarMotion;
  readonly history: MotionHistory;
  readonly lift: LiftProfile;
  readonly context: SetContext;
  /** Now, on the sample clock, s. */
  now_s(): number;
  /** Too few readings in a second to tell when the bar stops: holds are not told. */
  sparse(): boolean;
  /** Reasons that hold for the whole recording so far. */
  reasons(): readonly string[];
  say(event: LiveEvent): void;
  /** A rep was counted: the next is expected to have this range, m. */
  expect(rom_m: number | null): void;
}
