/**
 * A UUID as drivers write it: lower case, no dashes, four digits on the Bluetooth SIG's base. noble gives
 * nearly that, but prints a 16-bit UUID without its leading zeros and, by platform, the SIG base in full.
 */
export function plainUuid(uuid: string): string {
  const plain = uuid.toLowerCase().replaceAll('-', '').padStart(4, '0');
  return /^0000([0-9a-f]{4})00001000800000805f9b34fb$/.exec(plain)?.[1] ?? plain;
}

export const sameUuid = (one: string, other: string) => plainUuid(one) === plainUuid(other);
