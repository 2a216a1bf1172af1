import type { ExitCode } from './run.ts';

export interface Outcome {
  readonly code: ExitCode;
  /** One line for stderr. */
  readonly message?: string;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Command {
  readonly usage: string;
  readonly what: string;
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean'; short?: string }>>;
  /** Words for each option, in the help. */
  readonly words: Readonly<Record<string, string>>;
  run(values: Values, positionals: readonly string[]): Promise<Outcome>;
}

const text = { type: 'string' } as const;

/** Every command; each loads what it needs when it runs, so that `analyze` never meets SQLite or a radio. */
export const commands: Readonly<Record<string, Command>> = {
  serve: {
    usage: 'serve [--port N] [--data FOLDER]',
    what: 'Start the station for a browser on this computer and print its address.',
    options: { port: text, data: text },
    words: {
      port: 'port on 127.0.0.1; default: any free one',
      data: 'data folder; default: LOCKOUT_DATA, else the user folder of the system',
    },
    run: async (values) => (await import('./serve.ts')).serve(values),
  },
};
