import type { Channel } from './requests.ts';

/** What a device of the network may do: look, or all that the page at the station can. */
export const LAN_ROLES = ['view', 'control'] as const;
export type LanRole = (typeof LAN_ROLES)[number];

/** A tablet or screen that was let in once. */
export interface LanDevice {
  readonly id: string;
  readonly name: string;
  readonly role: LanRole;
  readonly paired_epoch_ms: number;
  /** null: it was let in and has not asked for anything since. */
  readonly seen_epoch_ms: number | null;
}

/** What lets the next device in, once. */
export interface PairingCode {
  readonly code: string;
  readonly role: LanRole;
  readonly until_epoch_ms: number;
  /** The address with the code in it. */
  readonly address: string;
  /** The same as a square of dots, row by row, `1` for a dark one. */
  readonly dots: readonly string[];
}

/** How the station stands with the network. */
export interface LanStatus {
  /** Whether devices of the network are answered at all. */
  readonly on: boolean;
  /** Who asks. */
  readonly me: LanRole | 'station';
  readonly addresses: readonly string[];
  /** Of the station's own certificate, as browsers show it; null: a proxy has one. */
  readonly fingerprint: string | null;
  /** null: none counts now, or it is not for whoever asks. */
  readonly code: PairingCode | null;
  readonly devices: readonly LanDevice[];
  /** What this rack is called in its gym; null: it is in none, or not heard yet. */
  readonly rack: string | null;
  /** Other racks of the gym that are open to the network. Each lets a device in by a code of its own. */
  readonly racks: readonly { readonly id: string; readonly name: string; readonly address: string }[];
}

/**
 * What a device that may only look can ask for: questions, none of which writes, moves anything on the station or takes data
 * out. What is not here is refused, a request that is added tomorrow included.
 */
const QUESTIONS: ReadonlySet<Channel> = new Set<Channel>([
  'station:state',
  'pair:state',
  'athletes:list',
  'athletes:references',
  'merge:look',
  'sets:list',
  'sets:get',
  'sets:movements',
  'sets:search',
  'bin:list',
  'import:list',
  'import:sets',
  'history:get',
  'history:volume',
  'history:bests',
  'team:get',
  'profile:get',
  'profiles:of',
  'profiles:open',
  'profiles:propose',
  'settings:get',
  'gym:status',
  'board:get',
  'data:info',
  'lan:status',
]);

export const mayAsk = (role: LanRole, channel: string): boolean =>
  role === 'control' || QUESTIONS.has(channel as Channel);
