/** The address of a database under another role, or null where it is none. */
export function addressAs(database: string, role: string, password: string): string | null {
  const url = URL.parse(database);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) return null;
  url.username = role;
  url.password = password;
  return url.href;
}

/** Without the password, for people. */
export function addressShown(database: string): string {
  const url = URL.parse(database);
  if (url === null) return '';
  url.password = '';
  return url.href;
}

const SIGN = 'lockout-gym-';

/** An invitation: the address with the password that counts once. */
export const invitationCode = (database: string): string =>
  SIGN + Buffer.from(database).toString('base64url');

/** null: no invitation. Blanks and line breaks come from messages. */
export function databaseOfCode(code: string): string | null {
  const plain = code.replace(/\s/g, '');
  if (!plain.startsWith(SIGN)) return null;
  const database = Buffer.from(plain.slice(SIGN.length), 'base64url').toString('utf8');
  const url = URL.parse(database);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.password !== '' ? database : null;
}
