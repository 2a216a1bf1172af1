import { words } from '../../../src/words/index.ts';
import type { EngineEvent, RadioState } from '../engines/engine.ts';
import { EngineError } from '../engines/engine.ts';
import type { EngineName, EngineReport } from '../types.ts';
import { createEngineLoader, type EngineFailure, type EngineWishes } from './engine-loader.ts';
import { type HelperProcess, type LoadOutcome, startHelper } from './helper-process.ts';
import type { Answers, Ask } from './messages.ts';
import type { ForkHelper } from './port.ts';

export interface KeeperOptions extends EngineWishes {
  readonly fork: ForkHelper;
  readonly log: (message: string) => void;
  /** Something of `status` changed. */
  readonly onChange: () => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** Every connection is gone, because the process is. */
  readonly onDown: (reason: string) => void;
}

export interface KeeperStatus {
  readonly phase: 'idle' | 'starting' | 'building' | 'running' | 'waiting' | 'unloadable';
  readonly engine: EngineReport | null;
  readonly radio: RadioState;
  /** The engine runs and has not said a word about its radio for long. */
  readonly mute: boolean;
  /** What went wrong last, for the log and the detail in a message. */
  readonly trouble: string | null;
  readonly may_use_raw: boolean | null;
  readonly failures: readonly EngineFailure[];
}

/** Pauses before a process that died is replaced, s; the last one repeats. */
const RESTART_PAUSES_S = [0.2, 1, 2, 5, 10, 30] as const;
/** A process that lived this long died of something new. */
const STABLE_S = 60;
/** No engine could be loaded: something may be installed or plugged in meanwhile. */
const RETRY_LOAD_S = 60;

/** Measured: 50 ms where all is well, 1.1 s where the adapter is off. macOS may be asking the user meanwhile. */
const MUTE_S = 6;

/** Keeps one helper process alive with the best engine that loads; replaces it when it dies. */
export function createHelperKeeper(options: KeeperOptions) {
  let helper: HelperProcess | null = null;
  let phase: KeeperStatus['phase'] = 'idle';
  let engine: EngineReport | null = null;
  let radio: RadioState = 'unknown';
  let trouble: string | null = null;
  let mayUseRaw: boolean | null = null;
  let failures: KeeperStatus['failures'] = [];
  let deaths = 0;
  let startedAt_ms = 0;
  let timer: NodeJS.Timeout | null = null;
  let listening: NodeJS.Timeout | null = null;
  let mute = false;
  let closed = false;
  let starting: Promise<void> | null = null;

  const enter = (next: KeeperStatus['phase']) => {
    phase = next;
    mute = false;
    if (listening !== null) clearTimeout(listening);
    listening = null;
    if (next === 'running') {
      listening = setTimeout(() => {
        mute = radio === 'unknown';
        if (mute) options.onChange();
      }, MUTE_S * 1000);
    }
    options.onChange();
  };

  const load = (name: EngineName): Promise<LoadOutcome> => {
    let mine: HelperProcess | null = null;
    return startHelper(options.fork, name, {
      event(event) {
        if (closed || (mine !== null && mine !== helper)) return;
        if (event.kind === 'radio') {
          radio = event.state;
          mute = false;
          options.onChange();
        }
        if (event.kind === 'warning') {
          trouble = event.message;
          options.log(`${name}: ${event.message}`);
        }
        if (event.kind === 'spoilt') replace(words.link.adapterWasGone);
        else options.onEvent(event);
      },
      gone(how) {
        if (mine !== null && mine === helper) died(how);
      },
    }).then((outcome) => {
      if (outcome.ok) {
        mine = outcome.helper;
        helper = mine;
      }
      return outcome;
    });
  };

  const loader = createEngineLoader({
    ...options,
    load,
    closed: () => closed,
    onBuilding: (builds) => enter(builds ? 'building' : 'starting'),
  });

  const begin = async () => {
    radio = 'unknown';
    engine = null;
    enter('starting');
    const found = await loader.best();
    if (found === 'closed') return;
    failures = found.failures;
    if (found.engine === null) {
      trouble = failures.map((each) => `${each.engine}: ${each.message}`).join('; ');
      enter('unloadable');
      again(RETRY_LOAD_S);
      return;
    }
    engine = found.engine;
    mayUseRaw = found.may_use_raw;
    startedAt_ms = performance.now();
    enter('running');
  };

  const again = (after_s: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      start();
    }, after_s * 1000);
  };

  const start = () => {
    if (closed || starting !== null || helper !== null) return;
    starting = begin().finally(() => {
      starting = null;
    });
  };

  const died = (how: string) => {
    helper = null;
    radio = 'unknown';
    trouble = how;
    if (performance.now() - startedAt_ms > STABLE_S * 1000) deaths = 0;
    const pause_s = RESTART_PAUSES_S[Math.min(deaths, RESTART_PAUSES_S.length - 1)] ?? 1;
    deaths += 1;
    if (closed) return;
    options.log(`the Bluetooth helper ended (${how}); another starts in ${pause_s} s`);
    options.onDown(words.link.helperReplaced);
    enter('waiting');
    again(pause_s);
  };

  /** A process that lost track of itself: nothing is wrong with the machine, so no pause. */
  const replace = (why: string) => {
    const old = helper;
    helper = null;
    radio = 'unknown';
    old?.kill();
    options.log(`the Bluetooth helper is replaced: ${why}`);
    options.onDown(why);
    enter('starting');
    start();
  };

  return {
    start,
    /** Another process, because this one could not have noticed what changed. */
    renew(why: string) {
      if (helper !== null) replace(why);
      else if (timer !== null) again(0);
    },
    status: (): KeeperStatus => ({ phase, engine, radio, mute, trouble, may_use_raw: mayUseRaw, failures }),
    /** Rejects with `gone` when there is no helper now. */
    ask: <What extends Ask>(what: What): Promise<Answers[What['do']]> =>
      helper ? helper.ask(what) : Promise.reject(new EngineError('gone', words.link.helperGone)),
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      if (listening !== null) clearTimeout(listening);
      await helper?.leave();
      await starting;
      helper = null;
      phase = 'idle';
    },
  };
}
