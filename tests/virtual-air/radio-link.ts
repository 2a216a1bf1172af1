import type { Air, AirPeripheral } from './air.ts';
import { REASON } from './hci.ts';

/** ATT handle value notification: the only PDU a sensor may lose without the protocol noticing. */
const NOTIFICATION = 0x1b;

export interface LinkEnds {
  deliver(link: RadioLink, channel: number, pdu: Buffer): void;
  closed(link: RadioLink, reason: number): void;
}

/**
 * One LE connection. The link layer is reliable and ordered, so what can go wrong is: a stall,
 * the loss of the link, a hang-up, and a sensor that drops notifications before they are sent.
 */
export interface RadioLink {
  readonly handle: number;
  readonly peripheral: AirPeripheral;
  mtu: number;
  readonly open: boolean;
  /** Peripheral to central, at the next connection event. */
  send(channel: number, pdu: Buffer): void;
  /** Central to peripheral: unheard once the link is lost. */
  receive(channel: number, pdu: Buffer): void;
  /** Nothing passes for a while, then everything that waited. */
  stall(ms: number): void;
  /** Out of range: both ends find out when supervision times out. */
  lose(): void;
  /** Share of notifications the sensor drops, 0..1. */
  drop(share: number): void;
  close(centralReason: number, peripheralReason: number): void;
}

export function createRadioLink(
  air: Air,
  handle: number,
  peripheral: AirPeripheral,
  ends: LinkEnds,
): RadioLink {
  const { connectionInterval_ms, pdusPerEvent, supervision_ms } = air.options;
  const queue: [channel: number, pdu: Buffer][] = [];
  let timer: NodeJS.Timeout | null = null;
  let silentUntil_ms = 0;
  let dropShare = 0;
  let open = true;

  const schedule = () => {
    if (timer !== null || queue.length === 0 || silentUntil_ms === Number.POSITIVE_INFINITY) return;
    const now_ms = performance.now();
    const event_ms = connectionInterval_ms - (now_ms % connectionInterval_ms);
    timer = setTimeout(connectionEvent, Math.max(event_ms, silentUntil_ms - now_ms));
  };
  const connectionEvent = () => {
    timer = null;
    air.pass(connectionInterval_ms);
    for (const [channel, pdu] of queue.splice(0, pdusPerEvent)) {
      if (!open) continue;
      air.options.onDelivered?.(pdu);
      ends.deliver(link, channel, pdu);
    }
    schedule();
  };
  const hush = (until_ms: number) => {
    silentUntil_ms = until_ms;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  const link: RadioLink = {
    handle,
    peripheral,
    mtu: 23,
    get open() {
      return open;
    },
    send(channel, pdu) {
      if (!open || silentUntil_ms === Number.POSITIVE_INFINITY) return;
      if (pdu[0] === NOTIFICATION && air.random() < dropShare) return;
      queue.push([channel, pdu]);
      schedule();
    },
    receive(channel, pdu) {
      if (open && silentUntil_ms !== Number.POSITIVE_INFINITY) peripheral.onPdu(link, channel, pdu);
    },
    stall(ms) {
      hush(performance.now() + ms);
      schedule();
    },
    lose() {
      if (!open || silentUntil_ms === Number.POSITIVE_INFINITY) return;
      hush(Number.POSITIVE_INFINITY);
      queue.length = 0;
      setTimeout(() => link.close(REASON.supervisionTimeout, REASON.supervisionTimeout), supervision_ms);
    },
    drop(share) {
      dropShare = share;
    },
    close(centralReason, peripheralReason) {
      if (!open) return;
      open = false;
      hush(Number.POSITIVE_INFINITY);
      queue.length = 0;
      ends.closed(link, centralReason);
      peripheral.onDisconnect(link, peripheralReason);
    },
  };
  return link;
}
