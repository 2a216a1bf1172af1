import { words } from '../../../src/words/index.ts';
import type { EngineName, EngineReport } from '../types.ts';
import type { LoadOutcome } from './helper-process.ts';

/** Compiles an engine's native part; `built: false` says why not, in words. */
export type BuildAddon = () => Promise<{ readonly built: boolean; readonly message: string }>;

export interface EngineWishes {
  /** In order of preference. */
  readonly engines: readonly EngineName[];
  readonly build: BuildAddon | null;
  readonly log: (message: string) => void;
}

export interface EngineFailure {
  readonly engine: EngineName;
  readonly code: string;
  readonly message: string;
}

interface LoaderOptions extends EngineWishes {
  /** Starts a helper process with this engine. */
  readonly load: (name: EngineName) => Promise<LoadOutcome>;
  /** Nobody wants an engine any more. */
  readonly closed: () => boolean;
  /** An engine's native part is being compiled, or was. */
  readonly onBuilding: (builds: boolean) => void;
}

/** Which engine runs; null when none could be loaded. */
export interface LoadedEngine {
  readonly engine: EngineReport | null;
  readonly may_use_raw: boolean | null;
  readonly failures: readonly EngineFailure[];
}

/** Codes with which a native part that is not there, or not for this Node, shows itself. */
const ADDON_MISSING = new Set(['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED', 'ERR_MODULE_NOT_FOUND']);

/** Finds the best engine that loads; the preferred one is compiled once when only its native part is missing. */
export function createEngineLoader(options: LoaderOptions) {
  const { engines, build, log, load, closed } = options;
  let built: string | null = null;

  const tryEngine = async (name: EngineName): Promise<LoadOutcome> => {
    const first = await load(name);
    const buildable = name === 'abandonware' && build !== null && built === null && !closed();
    if (first.ok || !buildable || !ADDON_MISSING.has(first.code)) return first;
    options.onBuilding(true);
    const result = await build();
    built = result.message;
    log(result.message);
    options.onBuilding(false);
    if (!result.built || closed()) return first;
    return load(name);
  };

  return {
    async best(): Promise<LoadedEngine | 'closed'> {
      const failures: EngineFailure[] = [];
      for (const name of engines) {
        const outcome = await tryEngine(name);
        if (closed()) {
          if (outcome.ok) outcome.helper.kill();
          return 'closed';
        }
        if (outcome.ok) {
          const engine = { name, version: outcome.version, why: whyThisOne(name, failures, built) };
          return { engine, may_use_raw: outcome.may_use_raw, failures };
        }
        log(`engine ${name} could not be loaded (${outcome.code}): ${outcome.message}`);
        failures.push({ engine: name, code: outcome.code, message: outcome.message });
      }
      return { engine: null, may_use_raw: null, failures };
    },
  };
}

function whyThisOne(name: EngineName, failed: readonly EngineFailure[], built: string | null): string {
  const say = words.bluetooth.engine;
  const [first] = failed;
  if (first) {
    const reason = ADDON_MISSING.has(first.code) ? say.notForThisNode(built) : first.message;
    return say.tookOver(`@${first.engine}/noble`, reason);
  }
  if (built !== null) return say.preferredBuilt(built);
  return name === 'abandonware' ? say.preferred : say.asked;
}
