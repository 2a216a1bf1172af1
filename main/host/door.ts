import type { IncomingHttpHeaders } from 'node:http';
import { isSameSecret, newSecret } from '../secret.ts';

/** How long a browser keeps the cookie over its own restarts, s; chosen here: a month, longer than a station runs. */
const KEPT_S = 30 * 24 * 3600;

/**
 * Who of this computer may use the station: browsers that came in by an address it printed. That address works once,
 * for it is seen in histories and lists of processes; what a browser gets for it is a secret of this start.
 */
export interface Door {
  knows(headers: IncomingHttpHeaders): boolean;
  /** What the next browser has to bring. */
  key(): string;
  /** The cookie for whoever brings the key, which is then used up; null: that is not the key. */
  letIn(key: string): string | null;
}

/** `port`: cookies do not tell ports apart, so that two stations of one computer need two names. */
export function createDoor(port: number): Door {
  const name = `lockout-${port}`;
  const secret = newSecret();
  let key = newSecret();
  return {
    knows: ({ cookie = '' }) => cookie.split(/;\s*/).some((each) => isSameSecret(each, `${name}=${secret}`)),
    key: () => key,
    letIn(brought) {
      if (!isSameSecret(brought, key)) return null;
      key = newSecret();
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${KEPT_S}`;
    },
  };
}
