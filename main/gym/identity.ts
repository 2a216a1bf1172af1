import { randomBytes } from 'node:crypto';

/** Eight hex digits: of ten thousand stations in one database two are alike once in a hundred tries, and the second is refused. */
export const newStation = (): string => randomBytes(4).toString('hex');
