import type { TextFile } from '../../src/contract/replies.ts';

/** Long enough for a slow disk to begin with it, ms. */
const KEPT_MS = 60_000;

/** Hands a text to the person as a file, by the browser's own download. */
export const saveFile = (file: TextFile): void =>
  saveBlob(file.name, new Blob([file.text], { type: file.type }));

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
