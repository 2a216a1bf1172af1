import { Gunzip, Unzip, UnzipInflate } from 'fflate';

/** Takes the bytes of one file that was inside. */
export interface Entry {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** Bytes in pieces to the files inside. */
export interface Unpacker {
  push(bytes: Uint8Array): void;
  /** false: the archive is damaged or not finished. */
  end(): boolean;
}

/** An archive in an archive is opened; one deeper was made to fill a memory. */
export const MOST_NESTED = 2;
export const ARCHIVE_NAME = /\.(?:zip|gz)$/i;
/** What programs leave in an archive for themselves. */
export const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/;

export type Packing = 'gzip' | 'zip' | null;

export function packingOf(head: Uint8Array): Packing {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  // 5 and 6: one with nothing inside
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6)) ? 'zip' : null;
}

/** `open` is asked for each file inside by its name; null passes it over. */
export function createUnpacker(
  packing: 'gzip' | 'zip',
  name: string,
  open: (name: string) => Entry | null,
): Unpacker {
  let damaged = false;
  let unfinished = 0;
  const attempt = (what: () => void): void => {
    if (damaged) return;
    try {
      what();
    } catch {
      damaged = true;
    }
  };

  const stream = packing === 'gzip' ? gunzip() : unzip();

  function gunzip(): (bytes: Uint8Array, final: boolean) => void {
    const entry = open(name.replace(/\.gz$/i, ''));
    unfinished++;
    const inner = new Gunzip((bytes, final) => {
      entry?.push(bytes);
      if (!final) return;
      unfinished--;
      entry?.end();
    });
    return (bytes, final) => inner.push(bytes, final);
  }

  function unzip(): (bytes: Uint8Array, final: boolean) => void {
    const inner = new Unzip((file) => {
      const entry = open(file.name);
      if (entry === null) return;
      unfinished++;
      file.ondata = (error, bytes, final) => {
        if (error !== null) throw error;
        entry.push(bytes);
        if (!final) return;
        unfinished--;
        entry.end();
      };
      file.start();
    });
    inner.register(UnzipInflate);
    return (bytes, final) => inner.push(bytes, final);
  }

  return {
    push: (bytes) => attempt(() => stream(bytes, false)),
    end() {
      attempt(() => stream(new Uint8Array(0), true));
      return !damaged && unfinished === 0;
    },
  };
}

/** An archive inside another: its own first bytes say which; one that is damaged upsets the outer one. */
export function createInside(name: string, open: (name: string) => Entry | null): Entry {
  let inner: Unpacker | null = null;
  return {
    push(bytes) {
      inner ??= createUnpacker(/\.gz$/i.test(name) ? 'gzip' : 'zip', name, open);
      inner.push(bytes);
    },
    end() {
      if (inner?.end() === false) throw new Error('damaged inside');
    },
  };
}
