/** Errors are values at boundaries, with a message a coach understands. */
export interface Failure {
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string };
}
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (code: string, message: string): Failure => ({ ok: false, error: { code, message } });
