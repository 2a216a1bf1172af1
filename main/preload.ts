import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge, OpenedFile } from '../src/contract/bridge.ts';
import type { StationEvent } from '../src/contract/station.ts';

// The whole of what the sandboxed page can reach. contextBridge changes the identity of functions,
// so a subscription hands back its own unsubscribe instead of taking the listener again.
function listen<T>(channel: string, ready: string, listener: (message: T) => void): () => void {
  const forward = (_event: IpcRendererEvent, message: T): void => listener(message);
  ipcRenderer.on(channel, forward);
  ipcRenderer.send(ready);
  return () => {
    ipcRenderer.off(channel, forward);
  };
}

const bridge: Bridge = {
  request: (channel, argument) => ipcRenderer.invoke('lockout:request', channel, argument),
  subscribe: (listener) => listen<StationEvent>('lockout:event', 'lockout:subscribe', listener),
  opened: (listener) => listen<OpenedFile>('lockout:opened', 'lockout:await-opened', listener),
};
contextBridge.exposeInMainWorld('lockout', bridge);
