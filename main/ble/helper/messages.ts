import type { EngineEvent, GattCharacteristic } from '../engines/engine.ts';
import type { EngineName } from '../types.ts';

/** What the station asks of its helper. Every ask with an `ask` number gets exactly one answer. */
export type Ask =
  | { readonly do: 'startScan' }
  | { readonly do: 'stopScan' }
  | { readonly do: 'connect'; readonly id: string; readonly timeout_ms: number }
  | {
      readonly do: 'discover';
      readonly id: string;
      readonly services: readonly string[];
      readonly timeout_ms: number;
    }
  | {
      readonly do: 'subscribe' | 'read';
      readonly id: string;
      readonly characteristic: string;
      readonly timeout_ms: number;
    }
  | {
      readonly do: 'write';
      readonly id: string;
      readonly characteristic: string;
      readonly bytes: Uint8Array;
      readonly response: boolean;
      readonly timeout_ms: number;
    }
  | { readonly do: 'rssi' | 'disconnect'; readonly id: string; readonly timeout_ms: number };

/** What an ask is answered with. */
export interface Answers {
  startScan: null;
  stopScan: null;
  connect: null;
  discover: readonly GattCharacteristic[];
  subscribe: null;
  read: Uint8Array;
  write: null;
  rssi: number;
  disconnect: null;
}

export type ToHelper = { readonly ask: number; readonly what: Ask } | { readonly bye: true };

export type FromHelper =
  /** The engine loaded; events and answers follow. */
  | {
      readonly loaded: {
        readonly engine: EngineName;
        readonly version: string;
        /** Linux: this process holds CAP_NET_RAW. null elsewhere. */
        readonly may_use_raw: boolean | null;
      };
    }
  /** The engine could not be loaded. The process is of no more use. */
  | { readonly unloadable: { readonly code: string; readonly message: string } }
  | { readonly event: EngineEvent }
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly error: { readonly code: string; readonly message: string } }
  /** Something in the process went wrong that no ask is waiting for; it ends itself after this. */
  | { readonly broken: string };
