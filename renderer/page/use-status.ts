import { useCallback, useEffect, useState } from 'react';
import type { Replies } from '../../src/contract/replies.ts';
import type { Argument } from '../../src/contract/requests.ts';
import { usePage, useStored } from './use-page.ts';

type StatusChannel = 'gym:status' | 'lan:status' | 'stream:status';

/**
 * How something outside of the station is: asked again whenever stored data changed and, while it changes without any
 * event, every `every_ms`. A refusal leaves what was known.
 */
export function useStatus<C extends StatusChannel>(
  channel: C,
  every_ms: number,
  changes: (status: Replies[C]) => boolean,
): [Replies[C] | null, (status: Replies[C]) => void] {
  const { bridge } = usePage();
  const stored = useStored();
  const [status, setStatus] = useState<Replies[C] | null>(null);
  const load = useCallback(() => {
    // no notice: nobody asked for it, and a device that only looks is not told everything
    void bridge.request(channel, {} as Argument<C>).then((reply) => reply.ok && setStatus(reply.value));
  }, [bridge, channel]);
  // what is stored may have come from there
  useEffect(load, [load, stored]);
  const goesOn = status !== null && changes(status);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(load, every_ms);
    return () => clearInterval(timer);
  }, [load, goesOn, every_ms]);
  return [status, setStatus];
}
