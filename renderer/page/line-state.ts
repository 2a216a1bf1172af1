/** `lost`: the station does not answer; the bridge goes on trying by itself. */
export type LineState = 'connecting' | 'open' | 'lost';
