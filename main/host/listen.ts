import type { Server } from 'node:net';

/** null when listening, else what to tell. `option`: by which another port is chosen. */
export function listen(
  server: Server,
  port: number,
  address: string,
  option: string,
): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use: another station may be running. Choose another with ${option}.`
          : `The station cannot listen on ${address}, port ${port} (${error.code}). Choose another port with ${option}.`,
      ),
    );
    server.listen(port, address, () => resolve(null));
  });
}
