import { createFrame, type Frame } from '../../signal/frame.ts';
import { createFrameStore } from '../../signal/frame-store.ts';
import { createGyroDoor } from '../../signal/plausibility/gyro-door.ts';
import { isGyroUseless, type Oddity } from '../../signal/plausibility/oddity.ts';
import { createPlausibilityWatch } from '../../signal/plausibility/watch.ts';

/** What lies behind the way in: the bar's motion and its set. */
export interface Behind {
  follow(frame: Frame): void;
  takeBack(): void;
  /** All begins anew, with the gyroscope or without. */
  start(withGyro: boolean): void;
  /** A rep runs that must not be disturbed. */
  readonly busy: boolean;
}

/** Lets in what can be true: nothing of a hopeless signal, the gyroscope as it is to be read. */
export interface WayIn {
  /** True when the frame was let in as the newest. */
  take(frame: Frame): boolean;
  readonly oddities: readonly Oddity[];
  /** The next set begins; true when it was started from here. */
  nextSet(): boolean;
}

/** Frames kept at the beginning of a set: a gyroscope shows within 10 s of movement what it is, and this is 40 s at 200 Hz. */
const EARLY_FRAMES = 8000;

export function createWayIn(calibrated: boolean, hasGyro: boolean, behind: Behind): WayIn {
  const watch = createPlausibilityWatch(calibrated, hasGyro);
  const door = createGyroDoor(watch);
  const early = createFrameStore(EARLY_FRAMES);
  const again = createFrame();
  let hopeless = false;

  function turnHopeless(): void {
    hopeless = !hopeless;
    if (hopeless) behind.takeBack();
    else behind.start(hasGyro && door.useful);
  }

  /** Early in a set, what was told of it is taken back and told anew from the same frames. */
  function retell(): void {
    behind.takeBack();
    door.open();
    behind.start(hasGyro && door.useful);
    for (let i = 0; i < early.length; i += 1) {
      early.read(i, again);
      door.pass(again);
      behind.follow(again);
    }
  }

  return {
    take(frame) {
      watch.time(frame.t_s);
      watch.update(frame);
      if (watch.hopeless !== hopeless) turnHopeless();
      if (hopeless) return false;
      if (hasGyro && !early.full) early.add(frame);
      if (door.waits) {
        if (!early.full) {
          retell();
          return false;
        }
        // later the attitude finds its way back by itself between two reps; with fewer axes only the next set begins
        if (!behind.busy && !isGyroUseless(watch.oddities)) door.open();
      }
      door.pass(frame);
      behind.follow(frame);
      return true;
    },
    get oddities() {
      return watch.oddities;
    },
    nextSet() {
      early.clear();
      if (!door.waits) return false;
      door.open();
      behind.start(hasGyro && door.useful);
      return true;
    },
  };
}
