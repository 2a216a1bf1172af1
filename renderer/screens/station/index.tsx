import { useStation } from '../../use-page.ts';
import { words } from '../../words.ts';

export default function Station() {
  const state = useStation();
  return <h1>{state ? state.phase : words.connection.connecting}</h1>;
}
