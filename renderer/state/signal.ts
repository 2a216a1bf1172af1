/** Many hear what one says; nothing is kept. For what must not pass through React (samples, sounds). */
export interface Signal<T> {
  emit(value: T): void;
  /** Returns the function that stops it. */
  on(listener: (value: T) => void): () => void;
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
