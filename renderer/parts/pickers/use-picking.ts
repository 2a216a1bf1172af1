import { useRef, useState } from 'react';
import { usePage } from '../../page/use-page.ts';

/** The `relabel` ones put right what the finished set was; the others choose for the next. */
export type PickerName =
  | 'athlete'
  | 'lift'
  | 'load'
  | 'goal'
  | 'tonight'
  | 'relabelAthlete'
  | 'relabelLift'
  | 'relabelLoad';

/** The dialog that is open, and why what was picked in it before was refused. */
interface Open {
  readonly name: PickerName;
  readonly problem: string | null;
}

/** Which picker is open. One is gone at once with what was picked: whoever goes on typing must not type into it. */
export interface OpenPicker {
  readonly open: Open | null;
  show(name: PickerName): void;
  close(): void;
  /** Closes; what is refused, told in words and not by null, is told in the dialog that asked. */
  closeUnless(refused: Promise<string | null>): Promise<void>;
}

export function usePicking(): OpenPicker {
  const { notices } = usePage();
  const [open, setOpen] = useState<Open | null>(null);
  const now = useRef<Open | null>(null);
  const set = (next: Open | null): void => {
    now.current = next;
    setOpen(next);
  };
  return {
    open,
    show: (name) => set({ name, problem: null }),
    close: () => set(null),
    async closeUnless(refused) {
      const name = now.current?.name;
      set(null);
      const problem = await refused;
      if (problem === null || name === undefined) return;
      // another one was opened meanwhile
      if (now.current !== null) notices.show({ tone: 'warning', text: problem });
      else set({ name, problem });
    },
  };
}
