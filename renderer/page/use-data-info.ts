import { useCallback, useEffect, useState } from 'react';
import type { DataInfo } from '../../src/contract/replies.ts';
import { usePage, useStored } from './use-page.ts';

/** Where the data lie and how much there is, asked anew whenever something is stored; and a way to ask now. */
export function useDataInfo(): [DataInfo | null, () => void] {
  const { ask } = usePage();
  const stored = useStored();
  const [info, setInfo] = useState<DataInfo | null>(null);
  const load = useCallback(() => {
    ask('data:info', {}).then((value) => value && setInfo(value));
  }, [ask]);
  // `stored` says when the numbers are out of date.
  useEffect(load, [load, stored]);
  return [info, load];
}
