import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGE_HEADERS } from './csp.ts';

/** Kinds of file the page consists of; anything else is not served, whatever lies in the folder. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.webmanifest': 'application/manifest+json',
};

export interface PageFile {
  readonly file: string;
  readonly type: string;
}

/** The file a path of the page means, or null when it would leave `folder` or is of no kind we serve. */
export function resolvePageFile(folder: string, pathname: string): PageFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const file = path.resolve(folder, `.${path.sep}${decoded === '/' ? 'index.html' : decoded}`);
  const relative = path.relative(folder, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return null;
  const type = CONTENT_TYPES[path.extname(file).toLowerCase()];
  return type === undefined ? null : { file, type };
}

export interface PageReply {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** One reply for both shells: file, content type and the policy that binds the page. */
export async function servePage(folder: string, pathname: string): Promise<PageReply> {
  const found = resolvePageFile(folder, pathname);
  const body = found && (await readFile(found.file).catch(() => null));
  if (!found || !body) return { status: 404, headers: PAGE_HEADERS, body: new Uint8Array() };
  const hashed = /\/assets\//.test(pathname);
  return {
    status: 200,
    headers: {
      ...PAGE_HEADERS,
      'content-type': found.type,
      // built assets carry a hash of their content in their name
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
    body: new Uint8Array(body),
  };
}
