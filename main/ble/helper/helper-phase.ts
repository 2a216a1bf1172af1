export type PhaseName = 'idle' | 'starting' | 'building' | 'running' | 'waiting' | 'unloadable';

/** Where the helper process is in its life. */
export interface HelperPhase {
  readonly name: PhaseName;
  /** The engine runs and has not said a word about its radio for long. */
  readonly mute: boolean;
  enter(next: PhaseName): void;
  /** It has said a word. */
  heard(): void;
  end(): void;
}

/** Measured: 50 ms where all is well, 1.1 s where the adapter is off. macOS may be asking the user meanwhile. */
const MUTE_S = 6;

export function createHelperPhase(isUnheard: () => boolean, onChange: () => void): HelperPhase {
  let name: PhaseName = 'idle';
  let mute = false;
  let listening: NodeJS.Timeout | null = null;
  const hush = (): void => {
    if (listening !== null) clearTimeout(listening);
    listening = null;
  };
  return {
    get name() {
      return name;
    },
    get mute() {
      return mute;
    },
    enter(next) {
      name = next;
      mute = false;
      hush();
      if (next === 'running') {
        listening = setTimeout(() => {
          mute = isUnheard();
          if (mute) onChange();
        }, MUTE_S * 1000);
      }
      onChange();
    },
    heard() {
      mute = false;
      onChange();
    },
    end() {
      hush();
      name = 'idle';
    },
  };
}
