import type { LanRole } from '../../src/contract/lan.ts';
import { type StartedHost, startHost } from '../host.ts';
import { lanAddresses } from '../lan/addresses.ts';
import { dotsAsText } from '../lan/dots.ts';
import type { LanChoices } from '../lan/serve-lan.ts';
import type { Outcome, Values } from './command.ts';
import { printRemark, printText } from './print.ts';

const MAX_PORT = 65_535;
/** Where tablets find the station again tomorrow; the usual second port of encrypted pages. */
const LAN_PORT = 8443;
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/** Runs until it is told to stop (Ctrl+C, or the system's own signal). */
export async function serve(values: Values): Promise<Outcome> {
  const port = portOf(values.port, 0);
  if (port === null) return wrong(`--port needs a number from 0 to ${MAX_PORT}, not "${values.port}".`);
  const lan = lanChoices(values);
  if (typeof lan === 'string') return wrong(lan);
  const role = values['lan-role'] ?? 'control';
  if (role !== 'view' && role !== 'control') return wrong('--lan-role is view or control.');
  const host = await startHost({
    port,
    lan: lan ?? undefined,
    data_folder: typeof values.data === 'string' ? values.data : undefined,
    announce: (entrance) => printText(`A browser came in. For another one: ${entrance}\n`),
    log: (line) => printRemark(`${line}\n`),
  });
  if (!host.ok) return { code: 1, message: host.error.message };
  printText(`Lockout is running. For one browser: ${host.value.entrance()}  (Ctrl+C stops it)\n`);
  if (host.value.lan !== null) printText(networkText(host.value.lan, role));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await host.value.close();
  return { code: 0 };
}

const wrong = (message: string): Outcome => ({ code: 2, message });

function portOf(given: Values[string], usual: number): number | null {
  const port = given === undefined ? usual : Number(given);
  return Number.isInteger(port) && port >= 0 && port <= MAX_PORT ? port : null;
}

/** What is opened to the network; null: nothing; a text: what is wrong with what was said. */
function lanChoices(values: Values): LanChoices | null | string {
  const { 'lan-at': named, 'behind-proxy': proxied } = values;
  if (values.lan !== true)
    return ['lan-at', 'lan-port', 'lan-role', 'behind-proxy'].some((name) => values[name] !== undefined)
      ? 'This option opens nothing without --lan.'
      : null;
  const port = portOf(values['lan-port'], LAN_PORT);
  if (port === null) return `--lan-port needs a number from 0 to ${MAX_PORT}, not "${values['lan-port']}".`;
  const proxy = typeof proxied === 'string' ? URL.parse(proxied) : null;
  if (proxied !== undefined && (proxy === null || !/^https?:$/.test(proxy.protocol)))
    return '--behind-proxy needs the address under which the proxy shows the station, such as https://lockout.gym.lan';
  const at =
    typeof named === 'string'
      ? named.split(',').map((each) => each.trim())
      : proxy
        ? ['127.0.0.1']
        : lanAddresses();
  const odd = at.find((each) => !ADDRESS.test(each));
  if (odd !== undefined) return `--lan-at needs IPv4 addresses of this computer, not "${odd}".`;
  if (at.length === 0)
    return 'This computer has no address in a private network. Connect it to one, or name an address with --lan-at.';
  return { at, port, proxy: proxy?.origin ?? null };
}

/** Where, for whom, and plainly what is opened. */
function networkText(lan: NonNullable<StartedHost['lan']>, role: LanRole): string {
  const { code, address, dots, until_epoch_ms } = lan.makeCode(role);
  const until = new Date(until_epoch_ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const may =
    role === 'control'
      ? 'It will read everything and may change and delete it, as on this computer.'
      : 'It will read everything and change nothing.';
  return [
    '',
    `Devices of your network: ${lan.addresses.join(' ')}`,
    `  Pairing code ${code}, for one device, until ${until}. ${may}`,
    `  With the code in it: ${address}`,
    ...(process.stdout.isTTY ? [dotsAsText(dots)] : []),
    ...(lan.fingerprint === null
      ? ['  NOT ENCRYPTED by Lockout: the proxy has to be, and has to pass the Host header on.']
      : [
          '  The browser does not know this certificate and warns once. Go on only if it shows this SHA-256:',
          `  ${lan.fingerprint}`,
        ]),
    '  Devices that are not paired see the page that asks for the code, and nothing else.',
    '  More codes, and who was let in: Settings, Tablets and screens.',
    '',
  ].join('\n');
}
