import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  bits,
  type Der,
  explicit,
  integer,
  list,
  octets,
  oid,
  raw,
  setOf,
  tagged,
  time,
  truth,
  utf8,
} from './der.ts';

const DAY_MS = 24 * 3600_000;

/** Apple's systems refuse certificates of servers that count for longer than 825 days. */
const VALID_DAYS = 800;
/** The clock of a tablet may be behind this computer's, days. */
const SINCE_DAYS = 1;
const SERIAL_BYTES = 16;

const ECDSA_SHA256 = list(oid('1.2.840.10045.4.3.2'));
const NAME = 'Lockout station';

export interface OwnCertificate {
  /** Both in PEM. */
  readonly key: string;
  readonly certificate: string;
}

/**
 * A certificate for exactly these names and addresses, signed by its own key (RFC 5280, version 3, ECDSA on P-256). It
 * proves nothing by itself: whoever connects compares its fingerprint.
 */
export function makeCertificate(names: readonly string[], now_ms: number): OwnCertificate {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const itself = list(setOf(list(oid('2.5.4.3'), utf8(NAME))));
  const serial = randomBytes(SERIAL_BYTES);
  // positive, and without a leading zero that DER would forbid
  serial[0] = 0x40 | ((serial[0] as number) & 0x3f);
  const signed = list(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    ECDSA_SHA256,
    itself,
    list(time(now_ms - SINCE_DAYS * DAY_MS), time(now_ms + VALID_DAYS * DAY_MS)),
    itself,
    raw(createPublicKey(key).export({ type: 'spki', format: 'der' })),
    explicit(
      3,
      list(
        // no authority: it can vouch for nobody else
        extension('2.5.29.19', list(), true),
        extension('2.5.29.15', DIGITAL_SIGNATURE, true),
        extension('2.5.29.37', list(oid('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', list(...names.map(alternativeName))),
      ),
    ),
  );
  const whole = list(signed, ECDSA_SHA256, bits(sign('sha256', signed.bytes, key)));
  return {
    key: key.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

/** As browsers show it: pairs of hexadecimal digits of SHA-256. */
export const fingerprintOf = (certificate: string): string => new X509Certificate(certificate).fingerprint256;

/** It is of its key, names everything it is asked for, and counts for some time yet. */
export function isGoodFor(
  own: OwnCertificate,
  names: readonly string[],
  now_ms: number,
  days_left: number,
): boolean {
  try {
    const certificate = new X509Certificate(own.certificate);
    return (
      certificate.checkPrivateKey(createPrivateKey(own.key)) &&
      certificate.validToDate.getTime() - days_left * DAY_MS > now_ms &&
      certificate.validFromDate.getTime() < now_ms &&
      names.every((name) =>
        isIPv4(name) ? certificate.checkIP(name) !== undefined : certificate.checkHost(name) !== undefined,
      )
    );
  } catch {
    return false;
  }
}

/** The one use of its key: bit 0 of the key usage, seven bits unused. */
const DIGITAL_SIGNATURE = raw(Buffer.from([0x03, 0x02, 0x07, 0x80]));

const extension = (id: string, value: Der, critical = false): Der =>
  list(oid(id), ...(critical ? [truth()] : []), octets(value.bytes));

/** iPAddress and dNSName of GeneralName. */
const alternativeName = (name: string): Der =>
  isIPv4(name) ? tagged(7, Buffer.from(name.split('.').map(Number))) : tagged(2, Buffer.from(name, 'ascii'));
