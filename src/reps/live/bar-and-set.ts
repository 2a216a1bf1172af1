import type { Conditioner } from '../../signal/conditioner.ts';
import type { Frame } from '../../signal/frame.ts';
import { createLeverFinder } from '../../signal/lever/lever-finder.ts';
import { createLeverTaker } from '../../signal/lever/take-out.ts';
import { HandWatch } from '../../signal/off-bar/hand-watch.ts';
import type { Oddity } from '../../signal/plausibility/oddity.ts';
import { repReasons, withOddities } from '../../signal/recording-facts.ts';
import { createLookAgain, type LookAgain } from '../look-again/look-again.ts';
import type { Analysis, SetContext } from '../rep.ts';
import type { LiveEvent } from './events.ts';
import { type BarMotion, createBarMotion } from './motion/bar-motion.ts';
import { createMotionHistory, type MotionHistory } from './motion/motion-history.ts';
import { createRunningSet, type RunningSet } from './running-set.ts';
import type { Behind } from './way-in.ts';

export interface BarAndSetPorts {
  readonly conditioner: Conditioner;
  /** What it gives has the sensor's error taken off. */
  readonly calibrated: boolean;
  /** What the signal cannot be. */
  oddities(): readonly Oddity[];
  say(event: LiveEvent): void;
}

/** The bar's motion and its set, on the bar or off it. A class, because it runs for every sample: see src/signal/frame.ts. */
export class BarAndSet implements Behind {
  motion: BarMotion;
  set: RunningSet;
  private readonly levers = createLeverFinder();
  private readonly taker = createLeverTaker();
  private readonly again: LookAgain = createLookAgain();
  private readonly ports: BarAndSetPorts;
  private context: SetContext;
  private hasGyro: boolean;
  private hand = new HandWatch();
  private history: MotionHistory = createMotionHistory();

  constructor(context: SetContext, hasGyro: boolean, ports: BarAndSetPorts) {
    this.ports = ports;
    this.context = context;
    this.hasGyro = hasGyro;
    this.motion = createBarMotion(ports.calibrated, hasGyro);
    this.set = this.begin();
  }

  start(withGyro: boolean): void {
    this.hasGyro = withGyro;
    this.levers.forget();
    this.history = createMotionHistory();
    this.hand = new HandWatch();
    this.motion = createBarMotion(this.ports.calibrated, withGyro);
    this.set = this.begin();
  }

  takeBack(): void {
    this.set.takeBack();
  }

  get busy(): boolean {
    const { phase } = this.set;
    return phase === 'concentric' || phase === 'lockout';
  }

  follow(frame: Frame): void {
    const { levers, hand } = this;
    const { lever } = levers;
    if (levers.push(frame) && lever !== levers.lever) this.twisted();
    this.taker.take(frame, levers.lever);
    this.motion.update(frame);
    this.again.add(frame);
    const { away } = hand;
    if (hand.push(frame)) this.takenOff();
    else if (away && !hand.away) this.putDown();
    if (!hand.away) this.set.update(frame);
  }

  /** Another set begins with the bar as it is. */
  nextSet(context: SetContext): void {
    this.context = context;
    // the end-of-set result knows a set's own samples only
    this.levers.forget();
    this.set = this.begin();
  }

  get lever_m(): number | null {
    return this.levers.lever?.length_m ?? null;
  }

  private begin(): RunningSet {
    const { motion, history, context, ports } = this;
    this.again.clear();
    return createRunningSet({
      ...ports,
      motion,
      history,
      context,
      doubts: () => repReasons(ports.oddities()),
      lookAgain: () => this.lookAgain(),
    });
  }

  private lookAgain(): Analysis | null {
    const { ports, levers, hasGyro, context } = this;
    const oddities = ports.oddities();
    const facts = withOddities({ ...ports.conditioner.facts, lever_m: this.lever_m }, oddities);
    return this.again.look({ facts, oddities, lever: levers.lever, hasGyro }, context);
  }

  /** A hand has taken the sensor off the bar: that ends the set, and until it lies still again nothing is counted. */
  private takenOff(): void {
    const { since_s } = this.hand;
    this.set.leaveBar(since_s);
    if (!this.set.hasRepBefore(since_s)) this.set = this.begin();
  }

  /** It lies again, somewhere: where no set has begun, nothing that the hand did is remembered. */
  private putDown(): void {
    if (this.set.hasRepBefore(this.motion.t_s)) return;
    this.motion = createBarMotion(this.ports.calibrated, this.hasGyro);
    this.set = this.begin();
  }

  /**
   * A twist before the set has told where the sensor sits: what was seen until now was no lifting, and not the bar's motion
   * but the sensor's. The bar lies again, and all begins anew.
   */
  private twisted(): void {
    if (this.set.hasRepBefore(this.levers.twisted_s)) return;
    this.set.takeBack();
    this.motion = createBarMotion(this.ports.calibrated, this.hasGyro);
    this.set = this.begin();
  }
}
