import { DEG_PER_RAD } from '../../recording/units.ts';
import type { Frame } from '../frame.ts';
import { Blocks, type Direction } from './blocks.ts';
import { middleEigenvalue } from './middle-eigenvalue.ts';
import { hasSteps, STEPS_BLOCKS } from './step-watch.ts';

/** Blocks between two looks: 0.2 s. */
const LOOK_EVERY = 5;
/** The pose before it was taken off is sought so many blocks before the window: taking it off needs 2 s. */
const BEFORE = 50;
/** Walking in a pose so far from the one before, it is no bar that is walked with, deg: bars roll by 30 in the hands (chosen here). */
const OTHER_POSE_DEG = 40;
/** Walking and turning by so much, deg/s RMS: an arm that swings by 20 deg does; pulses at lockout stay below 20 (chosen here). */
const SWINGING_DPS = 35;
/** ... and by so much where the steps go on for `WALKED_LOOKS`, 4 s, which no lockout is pulsed for (chosen here). */
const WALKED_DPS = 24;
const WALKED_LOOKS = 20;
/** Turning about a second axis by so much, deg/s RMS over the window, no bar does, walking or not (chosen here). */
const FREE_DPS = 60;
/** ... and by this share of all turning: a watch that turns with the wrist in deadlifts reaches 0.33 (recorded beside an encoder). */
const FREE_SHARE = 0.4;
/** A watch on a wrist never lies: it is where it was once it has been quiet for so many blocks, 0.6 s; an arm that puts a sensor down is quiet for less. */
const ON_WRIST_BLOCKS = 15;
/** Looks in a row that must say so: 0.8 s (chosen here). */
const LOOKS = 4;
/** At rest on the bar it is turned as before, within this angle, deg: bars roll by 30 in the hands. */
const SAME_POSE_DEG = 35;
/** It was taken off at most this long before the window, blocks: 4 s. */
const TAKEN_OFF = 100;

/**
 * Tells a sensor that has left the bar: a bar turns about its own axis and hardly about any other; a hand turns it as
 * it likes, and walks with it. Causal; what it says depends on the samples alone.
 */
export class HandWatch {
  /** In a hand, or not put down since. */
  away = false;
  /** Since when, s: from the last moment it lay or stood still before. */
  since_s = 0;
  private readonly blocks = new Blocks();
  private readonly sizes = new Float64Array(STEPS_BLOCKS);
  private readonly turning = new Float64Array(6);
  private looks = 0;
  private walked = 0;

  /** True when it is found to have left the bar. */
  push(frame: Frame): boolean {
    const { blocks } = this;
    if (!blocks.push(frame) || blocks.count < STEPS_BLOCKS || blocks.count % LOOK_EVERY !== 0) return false;
    this.looks = this.looksLikeHand() ? this.looks + 1 : 0;
    const inHand = this.looks >= LOOKS;
    if (this.away) {
      // what was in a hand is put somewhere before it is on a bar again
      this.away = inHand || !(blocks.layAt(0) || blocks.quietFor(ON_WRIST_BLOCKS));
      return false;
    }
    if (!inHand) return false;
    this.since_s = this.restedUntil();
    this.away = true;
    return true;
  }

  private looksLikeHand(): boolean {
    const { blocks, turning, sizes } = this;
    blocks.turning(STEPS_BLOCKS, turning);
    const all = (turning[0] as number) + (turning[1] as number) + (turning[2] as number);
    if (middleEigenvalue(turning) > Math.max(FREE_DPS ** 2, FREE_SHARE ** 2 * all)) return true;
    blocks.sizes(sizes);
    this.walked = hasSteps(sizes) ? this.walked + 1 : 0;
    if (this.walked === 0) return false;
    const enough = this.walked < WALKED_LOOKS ? SWINGING_DPS : WALKED_DPS;
    // a plate spins on while its bar is walked out; an arm swings to and fro
    if (all - blocks.spinning(STEPS_BLOCKS) > enough ** 2) return true;
    const before = this.poseBefore();
    return before !== null && between(blocks.pose(0, STEPS_BLOCKS - 1), before) > OTHER_POSE_DEG;
  }

  /** How it was turned before it may have been taken off; null: that was before the first sample. */
  private poseBefore(): Direction | null {
    const last = this.blocks.kept - 1;
    const from = STEPS_BLOCKS + BEFORE;
    return last <= from + STEPS_BLOCKS
      ? null
      : this.blocks.pose(from, Math.min(last, from + 2 * STEPS_BLOCKS));
  }

  /** When it last lay before the window; else the last rest there, or the window's beginning where there is none near. */
  private restedUntil(): number {
    const { blocks } = this;
    const last = blocks.kept - 1;
    // a hand takes it off a bar that lies, in the floor's hands or the rack's; what moved since then was the hand
    for (let ago = 0; ago <= last; ago++) if (blocks.layAt(ago)) return blocks.timeAt(ago);
    const before = this.poseBefore();
    for (let ago = 0; ago <= Math.min(last, STEPS_BLOCKS + TAKEN_OFF); ago++) {
      if (!blocks.restedAt(ago)) continue;
      if (before === null || between(blocks.pose(ago, ago), before) < SAME_POSE_DEG)
        return blocks.timeAt(ago);
    }
    return blocks.timeAt(Math.min(last, STEPS_BLOCKS - 1));
  }
}

/** The angle between two directions, deg. */
const between = (a: Direction, b: Direction): number =>
  Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]))) * DEG_PER_RAD;
