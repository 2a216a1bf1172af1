import {
  ARCHIVE_NAME,
  createInside,
  createUnpacker,
  type Entry,
  HIDDEN,
  MOST_NESTED,
  packingOf,
} from '../archive/unpack.ts';
import { createTextStream } from '../table/encoding.ts';

/** A history or a roster of many years is smaller; what is larger is a signal or was made to fill a memory, bytes. */
export const MOST_TEXT_BYTES = 64e6;

export interface WholeText {
  readonly name: string;
  readonly text: string;
}

/** A file as text, or the files of an archive; null: it is damaged or too large to be read as a whole. */
export function wholeTexts(name: string, bytes: Uint8Array): WholeText[] | null {
  if (bytes.length > MOST_TEXT_BYTES) return null;
  const packing = packingOf(bytes);
  const found: WholeText[] = [];
  let size = 0;
  const open = (inside: string, depth: number): Entry | null => {
    if (HIDDEN.test(inside) || inside.endsWith('/')) return null;
    if (ARCHIVE_NAME.test(inside) && depth > 0)
      return depth < MOST_NESTED ? createInside(inside, (deeper) => open(deeper, depth + 1)) : null;
    const decoder = createTextStream();
    let text = '';
    return {
      push(piece) {
        size += piece.length;
        if (size > MOST_TEXT_BYTES) throw new Error('too large');
        text += decoder.push(piece);
      },
      end: () => found.push({ name: inside, text: text + decoder.end() }),
    };
  };
  if (packing === null) {
    const entry = open(name, 0);
    entry?.push(bytes);
    entry?.end();
    return found;
  }
  const unpacker = createUnpacker(packing, name, (inside) => open(inside, 1));
  unpacker.push(bytes);
  return unpacker.end() ? found : null;
}
