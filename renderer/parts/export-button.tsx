import type { ReactNode } from 'react';
import type { ExportChoices } from '../../src/contract/exporting.ts';
import { words } from '../../src/words/index.ts';
import { formatSeconds } from '../format/format.ts';
import { useExport } from '../page/use-export.ts';
import { Button } from '../ui/button.tsx';

const BYTES_PER_MB = 1_000_000;

interface ExportButtonProps {
  readonly choices: ExportChoices;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly children: ReactNode;
}

/** Takes a file out; while it comes, how much is here and a way to call it off. */
export function ExportButton({ choices, disabled = false, primary = false, children }: ExportButtonProps) {
  const { bytes, save, cancel } = useExport();
  if (bytes !== null)
    return (
      <>
        <Button onClick={cancel}>{words.exporting.cancel}</Button>
        <span role="status">{words.exporting.soFar(formatSeconds(bytes / BYTES_PER_MB))}</span>
      </>
    );
  return (
    <Button kind={primary ? 'primary' : 'plain'} disabled={disabled} onClick={() => save(choices)}>
      {children}
    </Button>
  );
}
