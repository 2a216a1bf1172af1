import { words } from '../../../src/words/index.ts';
import { EngineError, type EngineEvent } from '../engines/engine.ts';
import type { EngineName } from '../types.ts';
import type { Answers, Ask, FromHelper } from './messages.ts';
import type { ForkHelper } from './port.ts';

/** Starting a process and loading its native part, ms. Half a second as a rule; this long only on a computer that is overwhelmed. */
const LOAD_TIMEOUT_MS = 30_000;
/** On top of an ask's own time-out: an engine keeps that one, so a process that misses this hangs. */
const HANG_MS = 5_000;
/** For asks that carry no time-out of their own (see SCAN_TIMEOUT_MS in the engine). */
const PLAIN_ASK_MS = 5_000;
/** How long a process may take to say goodbye to its sensors. */
const BYE_MS = 1_500;

export type LoadOutcome =
  | {
      readonly ok: true;
      readonly helper: HelperProcess;
      readonly version: string;
      readonly may_use_raw: boolean | null;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** A helper process whose engine is loaded. */
export interface HelperProcess {
  readonly engine: EngineName;
  ask<What extends Ask>(what: What): Promise<Answers[What['do']]>;
  /** Lets it disconnect and end by itself, and ends it when it does not. */
  leave(): Promise<void>;
  kill(): void;
}

export interface HelperListener {
  event(event: EngineEvent): void;
  /** The process is gone; nothing follows. Not called before loading succeeded. */
  gone(how: string): void;
}

/** Starts a process with this engine. Resolves when the engine is loaded or could not be; never rejects. */
export function startHelper(
  fork: ForkHelper,
  engine: EngineName,
  listener: HelperListener,
): Promise<LoadOutcome> {
  return new Promise((resolve) => {
    const waiting = new Map<number, { settle(message: FromHelper): void; fail(error: EngineError): void }>();
    const exits: (() => void)[] = [];
    let asked = 0;
    let loaded = false;
    let ended: string | null = null;
    let lastWords: string | null = null;

    const port = fork(engine);
    const end = (how: string, code: string) => {
      if (ended !== null) return;
      ended = lastWords ?? how;
      clearTimeout(timer);
      for (const { fail } of [...waiting.values()])
        fail(new EngineError('gone', words.link.helperEnded(ended)));
      for (const exit of exits) exit();
      if (loaded) listener.gone(ended);
      else resolve({ ok: false, code, message: ended });
    };
    const timer = setTimeout(() => {
      port.kill();
      end(words.bluetooth.engine.slowToLoad(LOAD_TIMEOUT_MS / 1000), 'TIMEOUT');
    }, LOAD_TIMEOUT_MS);

    const helper: HelperProcess = {
      engine,
      ask: <What extends Ask>(what: What) =>
        new Promise<Answers[What['do']]>((settled, failed) => {
          if (ended !== null) return failed(new EngineError('gone', ended));
          const number = asked++;
          const limit_ms = HANG_MS + ('timeout_ms' in what ? what.timeout_ms : PLAIN_ASK_MS);
          const hang = setTimeout(() => {
            lastWords = words.bluetooth.engine.noAnswer(what.do);
            port.kill();
          }, limit_ms);
          const done = () => {
            clearTimeout(hang);
            waiting.delete(number);
          };
          waiting.set(number, {
            settle(message) {
              done();
              if ('error' in message) {
                failed(new EngineError(message.error.code as EngineError['code'], message.error.message));
              } else if ('answer' in message) settled(message.value as Answers[What['do']]);
            },
            fail(error) {
              done();
              failed(error);
            },
          });
          port.post({ ask: number, what });
        }),
      leave: () =>
        new Promise((left) => {
          if (ended !== null) return left();
          const hurry = setTimeout(() => port.kill(), BYE_MS);
          exits.push(() => {
            clearTimeout(hurry);
            left();
          });
          port.post({ bye: true });
        }),
      kill: () => port.kill(),
    };

    port.onExit((how) => end(how, 'EXIT'));
    port.onMessage((received) => {
      if (ended !== null) return;
      const message = received as FromHelper;
      if ('event' in message) listener.event(message.event);
      else if ('answer' in message) waiting.get(message.answer)?.settle(message);
      else if ('broken' in message) lastWords = message.broken;
      else if ('loaded' in message) {
        loaded = true;
        clearTimeout(timer);
        resolve({
          ok: true,
          helper,
          version: message.loaded.version,
          may_use_raw: message.loaded.may_use_raw,
        });
      } else {
        end(message.unloadable.message, message.unloadable.code);
        port.kill();
      }
    });
  });
}
