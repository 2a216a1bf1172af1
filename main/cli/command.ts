/** 0 done, 1 could not, 2 the command or its input was not understood. */
export type ExitCode = 0 | 1 | 2;

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
