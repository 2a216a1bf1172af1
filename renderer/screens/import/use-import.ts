import { useCallback, useRef, useState } from 'react';
import type { ImportPreview, ImportResult } from '../../../src/contract/importing.ts';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';

/** A piece on its way to the station, bytes: a moment's work, so that calling off is felt at once. */
const PIECE = 1 << 20;
/** More than this is for the command line, which reads a file as it lies, bytes. */
const MOST_BYTES = 200_000_000;
const BYTES_PER_MB = 1_000_000;
/** Acceleration, gravity and angular rate: no tool writes more files of one recording. */
const MOST_FILES = 3;

type Stage =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending'; readonly share: number }
  /** They are there, and nobody knows yet what they are. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'looking'; readonly preview: ImportPreview; readonly busy: boolean }
  | { readonly kind: 'done'; readonly result: ImportResult };

export interface ImportFlow {
  readonly stage: Stage;
  readonly choices: ImportChoices;
  take(files: readonly File[]): Promise<void>;
  choose(more: ImportChoices): Promise<void>;
  store(): Promise<void>;
  reset(): void;
}

/** Files go to the station by pieces, are looked at after every choice, and stored once. */
export function useImport(): ImportFlow {
  const { ask, bridge, notices } = usePage();
  const [stage, setStage] = useState<Stage>({ kind: 'empty' });
  const [choices, setChoices] = useState<ImportChoices>({});
  /** Goes up whenever another file is taken or the import is called off: what is on its way then is too late. */
  const turn = useRef(0);

  const look = useCallback(
    async (chosen: ImportChoices): Promise<void> => {
      const mine = turn.current;
      setChoices(chosen);
      setStage((now) => (now.kind === 'looking' ? { ...now, busy: true } : now));
      const reply = await bridge.request('import:look', chosen);
      if (mine !== turn.current) return;
      const preview = reply.ok ? reply.value : null;
      if (!reply.ok) notices.show({ tone: 'warning', text: reply.error.message });
      setStage((now) =>
        preview !== null
          ? { kind: 'looking', preview, busy: false }
          : now.kind === 'looking'
            ? { ...now, busy: false }
            : { kind: 'empty' },
      );
    },
    [bridge, notices],
  );

  const take = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const text = words.importing;
      const refusal =
        files.length > MOST_FILES
          ? text.tooMany(MOST_FILES)
          : size > MOST_BYTES
            ? text.tooBig(MOST_BYTES / BYTES_PER_MB)
            : null;
      if (refusal !== null) notices.show({ tone: 'warning', text: refusal });
      if (refusal !== null || files.length === 0) return;
      const mine = ++turn.current;
      setStage({ kind: 'sending', share: 0 });
      if ((await ask('import:begin', { names: files.map(({ name }) => name) })) === null) {
        setStage({ kind: 'empty' });
        return;
      }
      for (const [file, whole] of files.entries())
        for (let from = 0; from < whole.size; from += PIECE) {
          const base64 = await inBase64(whole.slice(from, from + PIECE));
          if (mine !== turn.current) return;
          const taken = await bridge.request('import:piece', { file, base64 });
          if (mine !== turn.current) return;
          if (!taken.ok) {
            notices.show({ tone: 'warning', text: taken.error.message });
            setStage({ kind: 'empty' });
            return;
          }
          setStage({ kind: 'sending', share: taken.value.bytes / size });
        }
      setStage({ kind: 'reading' });
      await look({ started_epoch_ms: files[0]?.lastModified });
    },
    [ask, bridge, notices, look],
  );

  const reset = useCallback((): void => {
    turn.current++;
    setStage({ kind: 'empty' });
    setChoices({});
    void ask('import:cancel', {});
  }, [ask]);

  const store = async (): Promise<void> => {
    setStage((now) => (now.kind === 'looking' ? { ...now, busy: true } : now));
    const result = await ask('import:store', choices);
    setStage((now) =>
      result !== null ? { kind: 'done', result } : now.kind === 'looking' ? { ...now, busy: false } : now,
    );
  };

  return { stage, choices, take, choose: (more) => look({ ...choices, ...more }), store, reset };
}

const inBase64 = (piece: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(piece);
  });
