/**
 * `lost`: the station does not answer; `shut`: it was started anew and does not know this browser. The bridge goes on
 * trying by itself.
 */
export type LineState = 'connecting' | 'open' | 'lost' | 'shut';
