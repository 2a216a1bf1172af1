/** How a replicator waits. */
export interface Nap {
  /** What was poked for up to now is being done. */
  begin(): void;
  /** Something is to be done: a pause is over, and the next one does not begin. */
  poke(): void;
  /** Until something is to be done, or the time is over. */
  pause(ms: number): Promise<void>;
  /** The whole time, whatever is to be done. */
  rest(ms: number): Promise<void>;
  /** Nothing waits any more. */
  end(): void;
}

export function createNap(): Nap {
  let wake: (() => void) | null = null;
  let [poked, over] = [false, false];
  const wait = async (ms: number, byPoke: boolean): Promise<void> => {
    if (over || (byPoke && poked)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!byPoke && !over) return;
        clearTimeout(timer);
        resolve();
      };
    });
    wake = null;
  };
  return {
    begin: () => {
      poked = false;
    },
    poke() {
      poked = true;
      wake?.();
    },
    pause: (ms) => wait(ms, true),
    rest: (ms) => wait(ms, false),
    end() {
      over = true;
      wake?.();
    },
  };
}
