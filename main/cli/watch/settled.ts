/** A file of the watched folder as it was just seen. */
export interface SeenFile {
  readonly name: string;
  readonly size: number;
  readonly changed_ms: number;
}

/** So long a file must not have changed before it is read, ms: copying programs write at least once a second. */
export const STILL_MS = 3000;

/** Files that have stopped growing. A file that is gone is forgotten; one that comes again is new. */
export function createSettled(): (seen: readonly SeenFile[], now_ms: number) => SeenFile[] {
  let before = new Map<string, SeenFile & { readonly since_ms: number }>();
  return (seen, now_ms) => {
    const now = seen.map((file) => {
      const last = before.get(file.name);
      const same = last?.size === file.size && last.changed_ms === file.changed_ms;
      return { ...file, since_ms: same ? last.since_ms : now_ms };
    });
    before = new Map(now.map((file) => [file.name, file]));
    return now.filter(({ size, since_ms }) => size > 0 && now_ms - since_ms >= STILL_MS);
  };
}
