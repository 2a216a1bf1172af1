/** `lost`: the station does not answer; the bridge goes on trying by itself. */
export type Connection = 'connecting' | 'open' | 'lost';
