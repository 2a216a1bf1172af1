import { useEffect, useRef, useState } from 'react';
import { usePage } from '../../page/use-page.ts';

/** A dialog that is gone at once when it asks for something, and comes back with the reason where that is refused. */
export interface Refusable {
  /** It has asked and is not shown. */
  readonly asking: boolean;
  readonly problem: string | null;
  /** Waits for null, or for why not in words. */
  wait(asked: Promise<string | null>): Promise<void>;
}

/** Whoever goes on typing at once must not type into a dialog that is done. */
export function useRefusable(onClose: () => void): Refusable {
  const { notices } = usePage();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return {
    asking,
    problem,
    async wait(asked) {
      setAsking(true);
      const refused = await asked;
      // another dialog was opened meanwhile
      if (!here.current) {
        if (refused !== null) notices.show({ tone: 'warning', text: refused });
        return;
      }
      if (refused === null) {
        onClose();
        return;
      }
      setAsking(false);
      setProblem(refused);
    },
  };
}
