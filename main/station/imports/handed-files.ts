import {
  createSignalFile,
  type FileReading,
  type SignalFile,
} from '../../../src/recording/files/signal-file.ts';
import { MOST_TEXT_BYTES, type WholeText, wholeTexts } from '../../../src/recording/files/whole-texts.ts';
import { createDigest, type Digest } from '../../store/index.ts';

/** Files on their way in, or all here. A signal is read as it comes; what is short enough is also kept as it is. */
export interface HandedFiles {
  readonly names: readonly string[];
  readonly bytes: number;
  /** They have been looked at: what comes now belongs to others. */
  readonly ended: boolean;
  push(file: number, bytes: Uint8Array): void;
  /** No more comes; what it reads is the same however often it is asked. */
  end(): {
    readonly signals: readonly FileReading[];
    readonly texts: readonly WholeText[];
    readonly digest: string;
  };
}

export function createHandedFiles(names: readonly string[]): HandedFiles {
  const digest: Digest = createDigest();
  const signals: SignalFile[] = names.map((name) => createSignalFile(name));
  const kept: Uint8Array[][] = names.map(() => []);
  let bytes = 0;
  let ended: ReturnType<HandedFiles['end']> | null = null;
  return {
    names,
    get bytes() {
      return bytes;
    },
    get ended() {
      return ended !== null;
    },
    push(file, piece) {
      digest.push(piece);
      signals[file]?.push(piece);
      bytes += piece.length;
      if (bytes <= MOST_TEXT_BYTES) kept[file]?.push(piece);
      else for (const pieces of kept) pieces.length = 0;
    },
    end() {
      ended ??= {
        signals: signals.map((signal) => signal.end()),
        texts:
          bytes > MOST_TEXT_BYTES
            ? []
            : names.flatMap((name, i) => wholeTexts(name, Buffer.concat(kept[i] ?? [])) ?? []),
        digest: digest.end(),
      };
      return ended;
    },
  };
}
