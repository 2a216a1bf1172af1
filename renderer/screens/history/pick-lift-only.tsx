import type { LiftId } from '../../../src/contract/setup.ts';
import { CATALOGUE } from '../../../src/lifts/catalogue.ts';
import { words } from '../../../src/words/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Picker } from '../../ui/picker.tsx';

interface PickLiftOnlyProps {
  readonly lift: LiftId;
  readonly onPick: (lift: LiftId) => void;
  readonly onClose: () => void;
}

const OPTIONS = CATALOGUE.map(({ id }) => ({ key: id, label: words.lifts[id], value: id }));

/** A lift; its variations are chips on the screen itself. */
export function PickLiftOnly({ lift, onPick, onClose }: PickLiftOnlyProps) {
  return (
    <Dialog title={words.history.changeLift} onClose={onClose}>
      <Picker label={words.history.changeLift} options={OPTIONS} chosen={lift} onPick={onPick} />
    </Dialog>
  );
}
