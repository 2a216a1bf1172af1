/** Whether the set so far is worth another look: where the causal path saw something that it could not tell. */
export interface WhenToLook {
  /** With every sample; `rest_s`: how long nothing has touched the bar. True when it is time to look. */
  update(t_s: number, rest_s: number): boolean;
  /** What the bar did until now has been told. */
  explained(t_s: number): void;
  /** Something was told that may be wrong, or not told that may be right. */
  doubt(t_s: number): void;
}

/** What moves for this long without a rep is looked at, s (chosen here: reps follow one another more quickly). */
const UNEXPLAINED_S = 4;
/** ... and again every so often, s (chosen here: a rep found this late is still worth telling). */
const EVERY_S = 2;
/** What is in doubt is looked at once it is this long over, s (chosen here: the look needs what came after it). */
const DOUBT_S = 1.5;
/** A bar that lies this long is done, s: what it did before is looked at if it went on for long enough to have been a rep. */
const LIES_S = 1.2;
const REP_S = 1;

/** A class whose fields begin as 0.5: see src/signal/frame.ts. */
class Unexplained implements WhenToLook {
  private readonly s = { explained_s: 0.5, next_s: 0.5, moved_s: 0.5, lies: false };

  constructor() {
    this.s.explained_s = this.s.moved_s = 0;
    this.s.next_s = Number.POSITIVE_INFINITY;
  }

  update(t_s: number, rest_s: number): boolean {
    const { s } = this;
    if (rest_s > LIES_S) {
      const done = !s.lies && s.moved_s - s.explained_s > REP_S;
      s.lies = true;
      s.explained_s = t_s;
      if (done) return this.looks(t_s);
    } else if (rest_s === 0) {
      s.lies = false;
      s.moved_s = t_s;
    }
    if (t_s < s.next_s && t_s - s.explained_s < UNEXPLAINED_S) return false;
    return this.looks(t_s);
  }

  explained(t_s: number): void {
    this.s.explained_s = Math.max(this.s.explained_s, t_s);
  }

  doubt(t_s: number): void {
    this.s.next_s = Math.min(this.s.next_s, t_s + DOUBT_S);
  }

  private looks(t_s: number): true {
    const { s } = this;
    s.next_s = Number.POSITIVE_INFINITY;
    s.explained_s = Math.max(s.explained_s, t_s - UNEXPLAINED_S + EVERY_S);
    return true;
  }
}

export const createWhenToLook = (): WhenToLook => new Unexplained();
