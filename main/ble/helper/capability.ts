import { readFileSync } from 'node:fs';

/** include/uapi/linux/capability.h */
const CAP_NET_RAW = 13n;

/** Linux: whether this very process may open Bluetooth's raw sockets; null where that is not the question. */
export function mayUseRawBluetooth(): boolean | null {
  if (process.platform !== 'linux') return null;
  try {
    return hasRawCapability(readFileSync('/proc/self/status', 'utf8'));
  } catch {
    return null;
  }
}

/** Reads the effective set (`CapEff`, hex) of a /proc status text; null when it is not there. */
export function hasRawCapability(status: string): boolean | null {
  const hex = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return hex === undefined ? null : (BigInt(`0x${hex}`) & (1n << CAP_NET_RAW)) !== 0n;
}
