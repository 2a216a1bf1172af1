import type { Replies } from '../../src/contract/replies.ts';
import type { Argument, Channel } from '../../src/contract/requests.ts';

/** Asks the station for something; throws what it refuses. */
export type Ask = <C extends Channel>(channel: C, argument: Argument<C>) => Promise<Replies[C]>;

/** A simulated lifter lifts on for as long as it is connected: what was lifted is looked at without it. */
export async function letSourcesGo(ask: Ask): Promise<void> {
  const { sources } = await ask('station:state', {});
  for (const { id } of sources) await ask('pair:disconnect', { id });
}
