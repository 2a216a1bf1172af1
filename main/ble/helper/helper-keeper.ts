import { words } from '../../../src/words/index.ts';
import type { EngineEvent, RadioState } from '../engines/engine.ts';
import { EngineError } from '../engines/engine.ts';
import type { EngineName, EngineReport } from '../types.ts';
import { createEngineLoader, type EngineFailure, type EngineWishes } from './engine-loader.ts';
import { createHelperPhase, type PhaseName } from './helper-phase.ts';
import { type HelperProcess, type LoadOutcome, startHelper } from './helper-process.ts';
import type { Answers, Ask } from './messages.ts';
import type { ForkHelper } from './port.ts';
import { createRestarts } from './restarts.ts';

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
  readonly phase: PhaseName;
  readonly engine: EngineReport | null;
  readonly radio: RadioState;
  /** The engine runs and has not said a word about its radio for long. */
  readonly mute: boolean;
  /** What went wrong last, for the log and the detail in a message. */
  readonly trouble: string | null;
  readonly may_use_raw: boolean | null;
  readonly failures: readonly EngineFailure[];
}

/** No engine could be loaded: it is tried again after this, s, for something may be installed or plugged in meanwhile. */
const RETRY_LOAD_S = 60;

/** What is known of the process that runs now, and of the last attempt to have one. */
interface Kept {
  helper: HelperProcess | null;
  engine: EngineReport | null;
  radio: RadioState;
  trouble: string | null;
  may_use_raw: boolean | null;
  failures: readonly EngineFailure[];
  closed: boolean;
}

/** Keeps one helper process alive with the best engine that loads; replaces it when it dies. */
export function createHelperKeeper(options: KeeperOptions) {
  const kept: Kept = {
    helper: null,
    engine: null,
    radio: 'unknown',
    trouble: null,
    may_use_raw: null,
    failures: [],
    closed: false,
  };
  let starting: Promise<void> | null = null;
  const phase = createHelperPhase(() => kept.radio === 'unknown', options.onChange);

  const start = () => {
    if (kept.closed || starting !== null || kept.helper !== null) return;
    starting = begin().finally(() => {
      starting = null;
    });
  };
  const restarts = createRestarts(start);

  const loader = createEngineLoader({
    ...options,
    load: (name) => load(kept, name, options, { radio: phase.heard, spoilt: replace, gone: died }),
    closed: () => kept.closed,
    onBuilding: (builds) => phase.enter(builds ? 'building' : 'starting'),
  });

  const begin = async () => {
    kept.radio = 'unknown';
    kept.engine = null;
    phase.enter('starting');
    const found = await loader.best();
    if (found === 'closed') return;
    kept.failures = found.failures;
    if (found.engine === null) {
      kept.trouble = found.failures.map((each) => `${each.engine}: ${each.message}`).join('; ');
      phase.enter('unloadable');
      restarts.after(RETRY_LOAD_S);
      return;
    }
    kept.engine = found.engine;
    kept.may_use_raw = found.may_use_raw;
    restarts.started();
    phase.enter('running');
  };

  function died(how: string): void {
    kept.helper = null;
    kept.radio = 'unknown';
    kept.trouble = how;
    const pause_s = restarts.died();
    if (kept.closed) return;
    options.log(`the Bluetooth helper ended (${how}); another starts in ${pause_s} s`);
    options.onDown(words.link.helperReplaced);
    phase.enter('waiting');
    restarts.after(pause_s);
  }

  /** A process that lost track of itself: nothing is wrong with the machine, so no pause. */
  function replace(why: string): void {
    const old = kept.helper;
    kept.helper = null;
    kept.radio = 'unknown';
    old?.kill();
    options.log(`the Bluetooth helper is replaced: ${why}`);
    options.onDown(why);
    phase.enter('starting');
    start();
  }

  return {
    start,
    /** Another process, because this one could not have noticed what changed. */
    renew(why: string) {
      if (kept.helper !== null) replace(why);
      else if (restarts.due) restarts.after(0);
    },
    status: (): KeeperStatus => {
      const { engine, radio, trouble, may_use_raw, failures } = kept;
      return { phase: phase.name, engine, radio, mute: phase.mute, trouble, may_use_raw, failures };
    },
    /** Rejects with `gone` when there is no helper now. */
    ask: <What extends Ask>(what: What): Promise<Answers[What['do']]> =>
      kept.helper?.ask(what) ?? Promise.reject(new EngineError('gone', words.link.helperGone)),
    async close() {
      kept.closed = true;
      restarts.end();
      phase.end();
      await kept.helper?.leave();
      await starting;
      kept.helper = null;
      phase.end();
    },
  };
}

/** What the keeper is told of a process. */
interface OfProcess {
  radio(): void;
  spoilt(why: string): void;
  gone(how: string): void;
}

/** Starts a process with an engine; it is the one that is kept as soon as the engine has loaded. */
async function load(
  kept: Kept,
  name: EngineName,
  { fork, log, onEvent }: Pick<KeeperOptions, 'fork' | 'log' | 'onEvent'>,
  tell: OfProcess,
): Promise<LoadOutcome> {
  let mine: HelperProcess | null = null;
  const outcome = await startHelper(fork, name, {
    event(event) {
      if (kept.closed || (mine !== null && mine !== kept.helper)) return;
      if (event.kind === 'radio') {
        kept.radio = event.state;
        tell.radio();
      }
      if (event.kind === 'warning') {
        kept.trouble = event.message;
        log(`${name}: ${event.message}`);
      }
      if (event.kind === 'spoilt') tell.spoilt(words.link.adapterWasGone);
      else onEvent(event);
    },
    gone(how) {
      if (mine !== null && mine === kept.helper) tell.gone(how);
    },
  });
  if (outcome.ok) {
    mine = outcome.helper;
    kept.helper = mine;
  }
  return outcome;
}
