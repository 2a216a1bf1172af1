import { createFrame, type Frame } from '../../signal/frame.ts';
import { createFrameStore } from '../../signal/frame-store.ts';
import { createGyroDoor, type GyroDoor } from '../../signal/plausibility/gyro-door.ts';
import { isGyroUseless, type Oddity } from '../../signal/plausibility/oddity.ts';
import { createPlausibilityWatch, type PlausibilityWatch } from '../../signal/plausibility/watch.ts';

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
  /** The next set has begun: behind the way in all begins anew where the gyroscope is to be read otherwise. */
  nextSet(): void;
}

/** Frames kept at the beginning of a set: a gyroscope shows within 10 s of movement what it is, and this is 40 s at 200 Hz. */
const EARLY_FRAMES = 8000;

/** A class, because it runs for every sample: see src/signal/frame.ts. */
class Gate implements WayIn {
  private readonly behind: Behind;
  private readonly hasGyro: boolean;
  private readonly watch: PlausibilityWatch;
  private readonly door: GyroDoor;
  private readonly early = createFrameStore(EARLY_FRAMES);
  private hopeless = false;

  constructor(calibrated: boolean, hasGyro: boolean, behind: Behind) {
    this.behind = behind;
    this.hasGyro = hasGyro;
    this.watch = createPlausibilityWatch(calibrated, hasGyro);
    this.door = createGyroDoor(this.watch);
  }

  take(frame: Frame): boolean {
    const { watch, door, early, behind } = this;
    watch.time(frame.t_s);
    watch.update(frame);
    if (watch.hopeless !== this.hopeless) this.turnHopeless();
    if (this.hopeless) return false;
    if (this.hasGyro && !early.full) early.add(frame);
    if (door.waits) {
      if (!early.full) {
        this.retell();
        return false;
      }
      // later the attitude finds its way back by itself between two reps; with fewer axes only the next set begins
      if (!behind.busy && !isGyroUseless(watch.oddities)) door.open();
    }
    door.pass(frame);
    behind.follow(frame);
    return true;
  }

  get oddities(): readonly Oddity[] {
    return this.watch.oddities;
  }

  nextSet(): void {
    this.early.clear();
    if (!this.door.waits) return;
    this.door.open();
    this.startBehind();
  }

  private startBehind(): void {
    this.behind.start(this.hasGyro && this.door.useful);
  }

  private turnHopeless(): void {
    this.hopeless = !this.hopeless;
    if (this.hopeless) this.behind.takeBack();
    else this.startBehind();
  }

  /** Early in a set, what was told of it is taken back and told anew from the same frames. */
  private retell(): void {
    const { early, door, behind } = this;
    behind.takeBack();
    door.open();
    this.startBehind();
    const again = createFrame();
    for (let i = 0; i < early.length; i += 1) {
      early.read(i, again);
      door.pass(again);
      behind.follow(again);
    }
  }
}

export function createWayIn(calibrated: boolean, hasGyro: boolean, behind: Behind): WayIn {
  return new Gate(calibrated, hasGyro, behind);
}
