import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may talk to the host. It listens on loopback only, yet any page in the same browser can aim
 * requests at it: a rebound DNS name shows in Host, a foreign page in Origin and Sec-Fetch-Site.
 * Programs of this computer can write what they like into these three: they are kept out by the door.
 */
export interface Guard {
  /** null when the request may pass, else why not. */
  refuses(method: string, headers: IncomingHttpHeaders): string | null;
}

/** `page_origin`: a development server that hands requests on to us. */
export function createGuard(port: number, page_origin: string | null = null): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
  if (page_origin !== null) hosts.add(new URL(page_origin).host);
  return guardOf(hosts, new Set([...hosts].map((host) => `http://${host}`)));
}

/** Exactly these names of the station are answered, and exactly these pages are its own. */
export function guardOf(hosts: ReadonlySet<string>, origins: ReadonlySet<string>): Guard {
  return {
    refuses(method, headers) {
      if (headers.host === undefined || !hosts.has(headers.host)) return 'This address is not the station.';
      if (headers.origin !== undefined && !origins.has(headers.origin))
        return 'Other pages cannot use the station.';
      const site = headers['sec-fetch-site'];
      // `none`: typed into the address bar; a reply to it reaches nobody else
      if (site !== undefined && site !== 'same-origin' && site !== 'none')
        return 'Other pages cannot use the station.';
      if (method === 'POST' && !headers['content-type']?.startsWith('application/json'))
        return 'Requests are JSON.';
      return null;
    },
  };
}
