import type { Clock } from '../clock.ts';
import { type BleEngine, EngineError, type OpenEngine } from '../engines/engine.ts';
import { mayUseRawBluetooth } from './capability.ts';
import type { Ask, FromHelper, ToHelper } from './messages.ts';
import type { ParentLine } from './parent-line.ts';

/** Time to let disconnects reach the sensors before the process ends: a sensor left connected is not found again. */
const LAST_WORDS_MS = 300;

/** Carries out what the station asks, one answer each, and passes on what the engine tells. */
export function serveEngine(open: OpenEngine, line: ParentLine, clock: Clock): void {
  const post = (message: FromHelper) => line.post(message);
  const connected = new Set<string>();
  const engine: BleEngine = open((event) => {
    if (event.kind === 'gone') connected.delete(event.id);
    post({ event });
  }, clock.now_s);
  post({ loaded: { engine: engine.name, version: engine.version, may_use_raw: mayUseRawBluetooth() } });

  line.onMessage((message) => {
    const told = message as ToHelper;
    if ('bye' in told) return void leave();
    carryOut(engine, told.what).then(
      (value) => {
        if (told.what.do === 'connect') connected.add(told.what.id);
        post({ answer: told.ask, value: value ?? null });
      },
      (error: unknown) => {
        const code = error instanceof EngineError ? error.code : 'refused';
        post({
          answer: told.ask,
          error: { code, message: error instanceof Error ? error.message : String(error) },
        });
      },
    );
  });

  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    await Promise.allSettled([...connected].map((id) => engine.disconnect(id, LAST_WORDS_MS)));
    await engine.close().catch(() => {});
    process.exit(0);
  };
  line.onGone(() => void leave());
  process.on('SIGTERM', () => void leave());
  // Ctrl-C reaches the whole terminal: the station decides when to end. noble leaves only when its own
  // listener, added as it starts, is the last.
  setImmediate(() => process.on('SIGINT', () => {}));
}

function carryOut(engine: BleEngine, what: Ask): Promise<unknown> {
  switch (what.do) {
    case 'startScan':
      return engine.startScan();
    case 'stopScan':
      return engine.stopScan();
    case 'connect':
      return engine.connect(what.id, what.timeout_ms);
    case 'discover':
      return engine.discover(what.id, what.services, what.timeout_ms);
    case 'subscribe':
      return engine.subscribe(what.id, what.characteristic, what.timeout_ms);
    case 'read':
      return engine.read(what.id, what.characteristic, what.timeout_ms);
    case 'write':
      return engine.write(what.id, what.characteristic, what.bytes, what.response, what.timeout_ms);
    case 'rssi':
      return engine.rssi(what.id, what.timeout_ms);
    case 'disconnect':
      return engine.disconnect(what.id, what.timeout_ms);
  }
}
