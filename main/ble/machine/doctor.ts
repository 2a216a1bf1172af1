import type { AdapterState } from '../types.ts';
import { radioState } from './adapter-state.ts';
import type { EngineTrial } from './engine-trial.ts';
import type { MachineFacts } from './facts.ts';
import { wayOut } from './ways-out.ts';

export interface Finding {
  readonly topic: string;
  readonly verdict: 'ok' | 'problem' | 'unknown';
  readonly text: string;
  /** Exact commands or settings. */
  readonly way_out: readonly string[];
}

export interface DoctorReport {
  readonly ready: boolean;
  readonly findings: readonly Finding[];
}

/** What Bluetooth this machine has, which engine loads, what is missing and what grants it. Pure: facts in, words out. */
export function examine(facts: MachineFacts, trials: readonly EngineTrial[]): DoctorReport {
  const runs = trials.find((trial) => trial.loaded) ?? null;
  const state: AdapterState = runs
    ? radioState(runs.radio, runs.may_use_raw, facts)
    : facts.kernel_bluetooth === false
      ? 'unsupported'
      : 'failed';
  const findings = [
    system(facts),
    adapter(facts, state),
    ...trials.map((trial) => engine(trial, trial === runs)),
    permission(facts, state, runs),
  ];
  return { ready: state === 'ready', findings };
}

function system(facts: MachineFacts): Finding {
  const name = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[facts.platform as string];
  return {
    topic: 'System',
    verdict: name ? 'ok' : 'problem',
    text: `${name ?? facts.platform} ${facts.release}`,
    way_out: name ? [] : wayOut('unsupported', facts),
  };
}

function adapter(facts: MachineFacts, state: AdapterState): Finding {
  const topic = 'Bluetooth adapter';
  const named = facts.adapters && facts.adapters.length > 0 ? ` (${facts.adapters.join(', ')})` : '';
  switch (state) {
    case 'ready':
      return { topic, verdict: 'ok', text: `switched on${named}`, way_out: [] };
    case 'off':
      return { topic, verdict: 'problem', text: `switched off${named}`, way_out: wayOut('off', facts) };
    case 'missing':
      return { topic, verdict: 'problem', text: 'none found', way_out: wayOut('missing', facts) };
    case 'unsupported':
      return {
        topic,
        verdict: 'problem',
        text:
          facts.kernel_bluetooth === false
            ? 'the kernel has no Bluetooth'
            : 'none that works with sensors (Bluetooth Low Energy)',
        way_out: wayOut('unsupported', facts),
      };
    default:
      return {
        topic,
        verdict: 'unknown',
        text: named ? `found${named}` : 'not known yet',
        way_out: [],
      };
  }
}

function engine(trial: EngineTrial, runs: boolean): Finding {
  const topic = `Engine @${trial.engine}/noble`;
  if (!trial.loaded)
    return { topic, verdict: 'problem', text: `could not be loaded: ${trial.message}`, way_out: [] };
  const text = `${trial.version}${runs ? ', in use' : ', in reserve'}`;
  return { topic, verdict: 'ok', text, way_out: [] };
}

function permission(facts: MachineFacts, state: AdapterState, runs: EngineTrial | null): Finding {
  const topic = 'Permission';
  if (!runs) {
    return { topic, verdict: 'unknown', text: 'no engine could be loaded', way_out: wayOut('failed', facts) };
  }
  if (state === 'unauthorized') {
    return { topic, verdict: 'problem', text: 'missing', way_out: wayOut('unauthorized', facts) };
  }
  if (state === 'ready') return { topic, verdict: 'ok', text: 'granted', way_out: [] };
  if (runs.may_use_raw === false) {
    return { topic, verdict: 'problem', text: 'missing', way_out: wayOut('unauthorized', facts) };
  }
  return { topic, verdict: 'unknown', text: 'not known without an adapter', way_out: [] };
}

const MARKS: Readonly<Record<Finding['verdict'], string>> = { ok: 'ok', problem: '!!', unknown: '??' };

/** For a terminal: one line for each finding, the way out below it. */
export function formatDoctor(report: DoctorReport): string[] {
  return report.findings.flatMap(({ topic, verdict, text, way_out }) => [
    `${MARKS[verdict]}  ${topic}: ${text}`,
    ...way_out.map((way) => `      ${way}`),
  ]);
}
