import { spawn } from 'node:child_process';

/** Opens an address in the default browser; when there is none the printed address has to do. */
export function openInBrowser(address: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['explorer.exe', [address]]
        : ['xdg-open', [address]];
  const child = spawn(command as string, args as string[], { stdio: 'ignore', detached: true });
  // A machine without such a program: the address is on the screen already.
  child.once('error', () => {});
  child.unref();
}
