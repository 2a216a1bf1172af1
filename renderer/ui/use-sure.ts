import { useState } from 'react';

/** A button that is pressed twice: the first press asks, the second does it. */
export function useSure(act: () => unknown): { readonly asked: boolean; readonly press: () => void } {
  const [asked, setAsked] = useState(false);
  return {
    asked,
    press() {
      if (asked) act();
      setAsked(!asked);
    },
  };
}
