import type { IncomingMessage } from 'node:http';

export type RequestBody =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly status: 400 | 413 };

/** The whole body as text; stops reading as soon as it is too large. */
export async function readBody(request: IncomingMessage, limit_bytes: number): Promise<RequestBody> {
  const told = Number(request.headers['content-length'] ?? 0);
  if (told > limit_bytes) return { ok: false, status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit_bytes) return { ok: false, status: 413 };
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, status: 400 };
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8') };
}
