import { useEffect, useState } from 'react';
import { usePage } from './use-page.ts';

/** The station's steady clock, ms, renewed with every new second. */
export function useNow(): number {
  const { time } = usePage();
  const [now, setNow] = useState(time.now_ms);
  useEffect(() => {
    let timer = 0;
    const tick = (): void => {
      setNow(time.now_ms());
      timer = window.setTimeout(tick, 1000 - (time.now_ms() % 1000));
    };
    tick();
    return () => window.clearTimeout(timer);
  }, [time]);
  return now;
}
