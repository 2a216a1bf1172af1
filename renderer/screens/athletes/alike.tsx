import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import css from './athletes.module.css';

/** Others who may be the same person, and the way back from having made two one. */
export function Alike({ athlete }: { readonly athlete: Athlete }) {
  const { ask, notices } = usePage();
  const text = words.athletes;
  const found = useAnswer('merge:look', { id: athlete.id }).value;
  const takeBack = async (id: number): Promise<void> => {
    if (await ask('merge:undo', { id })) notices.show({ tone: 'info', text: text.takenBack });
  };
  const merge = async (from: number): Promise<void> => {
    if (!(await ask('merge:make', { into: athlete.id, from }))) return;
    notices.show({
      tone: 'info',
      text: text.merged,
      action: { label: words.review.undo, run: () => void takeBack(from) },
    });
  };
  return (
    <>
      {found?.merged_into && (
        <div className={css.note}>
          <p>{text.mergedInto(found.merged_into.name)}</p>
          <Button onClick={() => void takeBack(athlete.id)}>{text.takeBack}</Button>
        </div>
      )}
      {found?.alike.map(({ id, name }) => (
        <div key={id} className={css.note}>
          <p>{text.alike(name)}</p>
          <Button onClick={() => void merge(id)}>{text.merge(name)}</Button>
        </div>
      ))}
    </>
  );
}
