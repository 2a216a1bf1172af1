import { toldApart } from '../format/told-apart.ts';
import { useAnswer } from '../page/use-answer.ts';

/** What tells an athlete, by their number, from another of the same name; '' where nobody else is called so. */
export function useToldApart(): (id: number) => string {
  const all = useAnswer('athletes:list', { archived: true }).value ?? [];
  return (id) => {
    const athlete = all.find((each) => each.id === id);
    return athlete ? toldApart(athlete, all) : '';
  };
}
