import { useCallback, useRef, useState } from 'react';
import type { ExportChoices } from '../../src/contract/exporting.ts';
import { saveBlob } from './save-file.ts';
import { usePage } from './use-page.ts';

export interface ExportFlow {
  /** Bytes fetched so far; null while nothing goes out. */
  readonly bytes: number | null;
  save(choices: ExportChoices): Promise<void>;
  cancel(): void;
}

/** Fetches a file from the station piece by piece and hands it to the person when it is whole. */
export function useExport(): ExportFlow {
  const { ask } = usePage();
  const [bytes, setBytes] = useState<number | null>(null);
  /** Goes up whenever another export begins or this one is called off. */
  const turn = useRef(0);

  const save = useCallback(
    async (choices: ExportChoices): Promise<void> => {
      const mine = ++turn.current;
      setBytes(0);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      const facts = await ask('export:begin', choices);
      for (let size = 0; facts !== null && mine === turn.current; ) {
        const piece = await ask('export:piece', {});
        if (mine !== turn.current || piece === null) break;
        if (piece.base64 === null) {
          saveBlob(facts.name, new Blob(pieces, { type: facts.type }));
          break;
        }
        const binary = Uint8Array.from(atob(piece.base64), (letter) => letter.charCodeAt(0));
        pieces.push(binary);
        size += binary.length;
        setBytes(size);
      }
      if (mine === turn.current) setBytes(null);
    },
    [ask],
  );

  const cancel = useCallback((): void => {
    turn.current++;
    setBytes(null);
    void ask('export:cancel', {});
  }, [ask]);

  return { bytes, save, cancel };
}
