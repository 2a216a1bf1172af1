import type { TextFile } from '../../src/contract/replies.ts';

/** Long enough for a slow disk to begin with it, ms. */
const KEPT_MS = 60_000;

/** Hands a text to the person as a file, by the browser's own download. */
export function saveFile(file: TextFile): void {
  const address = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
