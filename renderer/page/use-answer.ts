import { useCallback, useEffect, useState } from 'react';
import type { Replies } from '../../src/contract/replies.ts';
import type { Argument, Channel } from '../../src/contract/requests.ts';
import { usePage, useStored } from './use-page.ts';

export interface Answer<T> {
  /** null until the first answer, and for a question that was refused. */
  readonly value: T | null;
  readonly asking: boolean;
  /** Puts in what another request answered with, so that the screen need not ask again. */
  readonly put: (value: T) => void;
}

/** Asks, and asks again whenever the argument or the stored data change; null asks nothing. */
export function useAnswer<C extends Channel>(channel: C, argument: Argument<C> | null): Answer<Replies[C]> {
  const { ask } = usePage();
  const stored = useStored();
  const question = argument === null ? null : JSON.stringify(argument);
  const [answer, setAnswer] = useState<{ question: string; value: Replies[C] | null } | null>(null);

  // `stored` says when the answer is out of date.
  useEffect(() => {
    if (question === null) return;
    let gone = false;
    ask(channel, JSON.parse(question) as Argument<C>).then((value) => {
      if (!gone) setAnswer({ question, value });
    });
    return () => {
      gone = true;
    };
  }, [ask, channel, question, stored]);

  const put = useCallback(
    (value: Replies[C]) => {
      if (question !== null) setAnswer({ question, value });
    },
    [question],
  );
  // The answer to another question is no answer; the one to the same question stands until a newer comes.
  const own = answer !== null && answer.question === question ? answer : null;
  return { value: own?.value ?? null, asking: question !== null && own === null, put };
}
