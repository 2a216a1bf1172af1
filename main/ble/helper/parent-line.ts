/** The helper's end of the line to the station. */
export interface ParentLine {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onGone(listener: () => void): void;
}

/** Electron's utility process has this instead of `process.send`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Whatever started this process: Electron's main process, or a plain Node. */
export function parentLine(): ParentLine {
  const port = (process as { parentPort?: ParentPort }).parentPort;
  if (port) {
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
      // Electron ends its utility processes with itself
      onGone: () => {},
    };
  }
  if (!process.send) throw new Error('the Bluetooth helper is started by the station, not by hand');
  return {
    post(message) {
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listener) => void process.on('message', listener),
    onGone: (listener) => void process.on('disconnect', listener),
  };
}
