import fs from 'node:fs';
import path from 'node:path';
import { replacePrivate } from '../store/private.ts';
import { isGoodFor, makeCertificate, type OwnCertificate } from './certificate.ts';

const FILE = 'lockout-certificate.pem';
/** A certificate that ends sooner is replaced, days: nobody wants it to end on a Saturday. */
const DAYS_LEFT = 30;
const SECOND_PART = /(?=-----BEGIN CERTIFICATE-----)/;

/**
 * The station's certificate for these names, kept in the data folder so that tablets know it again; a new one where it is
 * missing, ends soon or names others. Throws what the file system throws.
 */
export function ownCertificate(folder: string, names: readonly string[], now_ms: number): OwnCertificate {
  const file = path.join(folder, FILE);
  const kept = read(file);
  if (kept !== null && isGoodFor(kept, names, now_ms, DAYS_LEFT)) return kept;
  const made = makeCertificate(names, now_ms);
  replacePrivate(file, made.key + made.certificate);
  return made;
}

function read(file: string): OwnCertificate | null {
  try {
    const [key, certificate] = fs.readFileSync(file, 'utf8').split(SECOND_PART);
    return key === undefined || certificate === undefined ? null : { key, certificate };
  } catch {
    return null;
  }
}
