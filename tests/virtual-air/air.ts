import type { RadioLink } from './radio-link.ts';

/** Anything that advertises and can be connected. */
export interface AirPeripheral {
  /** 'aa:bb:cc:dd:ee:ff' */
  readonly address: string;
  readonly rssi_dbm: number;
  readonly advertising: boolean;
  advertisement(): Buffer;
  scanResponse(): Buffer;
  onConnect(link: RadioLink): void;
  onPdu(link: RadioLink, channel: number, pdu: Buffer): void;
  onDisconnect(link: RadioLink, reason: number): void;
}

/** Anything that hears advertisements. */
export interface AirListener {
  hear(peripheral: AirPeripheral): void;
}

export interface AirOptions {
  readonly advertisingInterval_ms: number;
  readonly connectionInterval_ms: number;
  /** How many PDUs fit into one connection event. */
  readonly pdusPerEvent: number;
  /** How long a lost link stays unnoticed; noble asks for 420 ms. */
  readonly supervision_ms: number;
  /** Longest ACL fragment; 27 is what old controllers have. */
  readonly fragment: number;
  /** Seed of everything random in the air. */
  readonly seed: number;
  /** Sees every PDU in the moment it reaches the central's adapter. */
  readonly onDelivered: ((pdu: Buffer) => void) | null;
}

const DEFAULTS: AirOptions = {
  advertisingInterval_ms: 100,
  connectionInterval_ms: 15,
  pdusPerEvent: 6,
  supervision_ms: 420,
  fragment: 251,
  seed: 1,
  onDelivered: null,
};

/** The space between controllers and peripherals. */
export interface Air {
  readonly options: AirOptions;
  readonly random: () => number;
  /**
   * The air's own clock, s: it goes on only with what happens in the air (an advertisement, a connection event),
   * so the computer's slowness does not count.
   */
  readonly now_s: number;
  /** This much of the air's time went by. */
  pass(ms: number): void;
  add(peripheral: AirPeripheral): void;
  remove(peripheral: AirPeripheral): void;
  listen(listener: AirListener): () => void;
  close(): void;
}

/** mulberry32: small, seeded, good enough to drop packets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createAir(options: Partial<AirOptions> = {}): Air {
  const settings = { ...DEFAULTS, ...options };
  const peripherals = new Set<AirPeripheral>();
  const listeners = new Set<AirListener>();
  let passed_ms = 0;
  const timer = setInterval(() => {
    if ([...peripherals].some((each) => each.advertising)) passed_ms += settings.advertisingInterval_ms;
    for (const peripheral of peripherals) {
      for (const listener of listeners) {
        // the first to connect silences it for the others
        if (peripheral.advertising) listener.hear(peripheral);
      }
    }
  }, settings.advertisingInterval_ms);
  return {
    options: settings,
    random: seededRandom(settings.seed),
    get now_s() {
      return passed_ms / 1000;
    },
    pass(ms) {
      passed_ms += ms;
    },
    add: (peripheral) => void peripherals.add(peripheral),
    remove: (peripheral) => void peripherals.delete(peripheral),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => clearInterval(timer),
  };
}
