import { useEffect, useRef, useState } from 'react';
import { usePage } from '../../page/use-page.ts';

/** At the station. The `relabel` ones put right what the finished set was; the others choose for the next. */
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
interface Open<Name> {
  readonly name: Name;
  readonly problem: string | null;
}

/** Which picker is open. One is gone at once with what was picked: whoever goes on typing must not type into it. */
export interface OpenPicker<Name> {
  readonly open: Open<Name> | null;
  show(name: Name): void;
  close(): void;
  /** Closes; what is refused, told in words and not by null, is told in the dialog that asked. */
  closeUnless(refused: Promise<string | null>): Promise<void>;
}

export function usePicking<Name extends string>(): OpenPicker<Name> {
  const { notices } = usePage();
  const [open, setOpen] = useState<Open<Name> | null>(null);
  const now = useRef<Open<Name> | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const set = (next: Open<Name> | null): void => {
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
      // another one was opened meanwhile, or the screen was left
      if (now.current !== null || !here.current) notices.show({ tone: 'warning', text: problem });
      else set({ name, problem });
    },
  };
}
