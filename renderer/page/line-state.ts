/**
 * `lost`: the station does not answer; `shut`: it was started anew and does not know this browser; `removed`: this device of
 * the network is let in no more. The bridge goes on trying by itself.
 */
export type LineState = 'connecting' | 'open' | 'lost' | 'shut' | 'removed';
