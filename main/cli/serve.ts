import { startHost } from '../host.ts';
import type { Outcome, Values } from './command.ts';
import { printRemark, printText } from './print.ts';

const MAX_PORT = 65_535;

/** Runs until it is told to stop (Ctrl+C, or the system's own signal). */
export async function serve(values: Values): Promise<Outcome> {
  const port = values.port === undefined ? 0 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT)
    return { code: 2, message: `--port needs a number from 0 to ${MAX_PORT}, not "${values.port}".` };
  const host = await startHost({
    port,
    data_folder: typeof values.data === 'string' ? values.data : undefined,
    announce: (entrance) => printText(`A browser came in. For another one: ${entrance}\n`),
    log: (line) => printRemark(`${line}\n`),
  });
  if (!host.ok) return { code: 1, message: host.error.message };
  printText(`Lockout is running. For one browser: ${host.value.entrance()}  (Ctrl+C stops it)\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await host.value.close();
  return { code: 0 };
}
