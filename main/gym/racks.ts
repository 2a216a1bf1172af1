import type { Client } from 'pg';
import { type BoardRack, type GymRacks, ToldRack } from '../../src/contract/board.ts';
import type { Outbox } from '../store/index.ts';
import { isRefusal } from './trouble.ts';

/** What happens here is told at most this often, ms: a rep is on the wall next door while it is talked about. */
const TELL_EVERY_MS = 500;
/** And this often when nothing happens, ms, so that a station that went is told from one that rests. */
const ALIVE_EVERY_MS = 15_000;
/** While somebody looks at a board the racks are asked for this often, ms; else as often as they tell at least. */
const LOOK_EVERY_MS = 750;
/** Nobody has asked for a board for this long: nobody looks, ms. */
const LOOKED_AT_MS = 10_000;

/** The racks of a gym: this one told, the others heard, at a rate that no board and no set can raise. */
export interface RackLine {
  /** A new connection: the gym may have forgotten what it was told. */
  begin(): void;
  /** What happens here now. */
  show(told: ToldRack): void;
  /** As they were heard last, for somebody who looks. */
  look(): GymRacks;
  /** The same, for somebody who does not mind that it is a quarter of a minute old. */
  heard(): GymRacks;
  /** Tells and hears what is due. How long until there may be more, ms. What the gym refuses is nobody's trouble. */
  step(client: Client): Promise<number>;
}

interface RackRow {
  readonly station: string;
  readonly name: string;
  readonly state: unknown;
  readonly age_ms: string | null;
}

/** `$1`: the gym. Stations that never told are rows without a state. */
export const HEAR_RACKS = `
SELECT s.id AS station, s.name, r.state, extract(epoch FROM clock_timestamp() - r.at) * 1000 AS age_ms
FROM lockout.stations AS s
LEFT JOIN lockout.racks AS r ON r.gym = s.gym AND r.station = s.id AND r.at > now() - interval '2 hours'
WHERE s.gym = $1 AND s.joined_at IS NOT NULL AND s.removed_at IS NULL`;

/** `now` is any clock in ms that does not go back; `poke` says that a step is due. */
export function createRackLine(outbox: Outbox, now: () => number, poke: () => void): RackLine {
  let own = '';
  let told = '';
  let [told_at, looked_at, heard_at] = [-ALIVE_EVERY_MS, -LOOKED_AT_MS, -ALIVE_EVERY_MS];
  let own_name: string | null = null;
  let others: readonly BoardRack[] = [];

  const tellIn = (): number => told_at + (own === told ? ALIVE_EVERY_MS : TELL_EVERY_MS) - now();
  const hearIn = (): number =>
    heard_at + (now() - looked_at < LOOKED_AT_MS ? LOOK_EVERY_MS : ALIVE_EVERY_MS) - now();

  async function tell(client: Client): Promise<void> {
    told = own;
    told_at = now();
    await client.query('SELECT lockout.tell_rack($1)', [told]);
  }
  async function hear(client: Client): Promise<void> {
    const member = outbox.member();
    const { rows } = await client.query<RackRow>({
      name: 'racks',
      text: HEAR_RACKS,
      values: [member?.gym],
    });
    heard_at = now();
    own_name = rows.find(({ station }) => station === member?.station)?.name ?? null;
    others = rows.flatMap(({ station, name, state, age_ms }): BoardRack[] => {
      const known = ToldRack.safeParse(state);
      if (station === member?.station || !known.success) return [];
      const { address = null, ...shown } = known.data;
      const age = Math.max(0, Number(age_ms));
      return [{ id: station, name, here: false, age_ms: age, state: shown, address }];
    });
  }

  const heard = (): GymRacks => {
    const since = now() - heard_at;
    return { own_name, others: others.map((rack) => ({ ...rack, age_ms: rack.age_ms + since })) };
  };

  return {
    begin() {
      told = '';
      told_at = -ALIVE_EVERY_MS;
    },
    show(rack) {
      const before = own;
      own = JSON.stringify(rack);
      if (own !== before) poke();
    },
    look() {
      if (now() - looked_at >= LOOKED_AT_MS) poke();
      looked_at = now();
      return heard();
    },
    heard,
    async step(client) {
      try {
        if (own !== '' && tellIn() <= 0) await tell(client);
        if (hearIn() <= 0) await hear(client);
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
      return Math.max(0, Math.min(own === '' ? ALIVE_EVERY_MS : tellIn(), hearIn()));
    },
  };
}
