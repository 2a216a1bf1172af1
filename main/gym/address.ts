/** The address of a PostgreSQL, or null where it is none. */
export function parseAddress(text: string): URL | null {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) ? url : null;
}

/** The address of a database under another role, or null where it is none. */
export function addressAs(database: string, role: string, password: string): string | null {
  const url = parseAddress(database);
  if (url === null) return null;
  url.username = role;
  url.password = password;
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
  return parseAddress(database)?.password ? database : null;
}
