import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge, OpenedFile } from '../src/contract/bridge.ts';
import type { StationEvent } from '../src/contract/station.ts';

// The whole of what the sandboxed page can reach. contextBridge changes the identity of functions,
// so a subscription hands back its own unsubscribe instead of taking the listener again.
const bridge: Bridge = {
  request: (channel, argument) => ipcRenderer.invoke('lockout:request', channel, argument),
  subscribe: (listener) => {
    const forward = (_event: IpcRendererEvent, event: StationEvent): void => listener(event);
    ipcRenderer.on('lockout:event', forward);
    ipcRenderer.send('lockout:subscribe');
    return () => {
      ipcRenderer.off('lockout:event', forward);
    };
  },
  opened: (listener) => {
    const forward = (_event: IpcRendererEvent, file: OpenedFile): void => listener(file);
    ipcRenderer.on('lockout:opened', forward);
    ipcRenderer.send('lockout:await-opened');
    return () => {
      ipcRenderer.off('lockout:opened', forward);
    };
  },
};
contextBridge.exposeInMainWorld('lockout', bridge);
