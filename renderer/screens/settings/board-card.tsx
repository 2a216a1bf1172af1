import { useLocation } from 'wouter';
import type { Settings } from '../../../src/contract/settings.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import css from './settings.module.css';

const NAMES = ['full', 'short', 'initials'] as const satisfies readonly Settings['board']['names'][];
const LEADERS = ['clean', 'holds', 'speed'] as const satisfies readonly Settings['board']['leaders'][];

/** What the screen on the wall shows to everybody in the room. */
export function BoardCard({ settings: { board } }: { readonly settings: Settings }) {
  const { saveSettings } = usePage();
  const [, go] = useLocation();
  const text = words.board;
  const save = (patch: Partial<Settings['board']>) => saveSettings({ board: { ...board, ...patch } });
  return (
    <Card title={text.settings} className={css.card}>
      <p className={css.hint}>{text.settingsHint}</p>
      <fieldset className={css.choice}>
        <legend className="label">{text.lead}</legend>
        {LEADERS.map((leaders) => (
          <Chip key={leaders} on={board.leaders === leaders} onClick={() => save({ leaders })}>
            {text.leadersBy[leaders]}
          </Chip>
        ))}
      </fieldset>
      <fieldset className={css.choice}>
        <legend className="label">{text.names}</legend>
        {NAMES.map((names) => (
          <Chip key={names} on={board.names === names} onClick={() => save({ names })}>
            {text.namesAs[names]}
          </Chip>
        ))}
      </fieldset>
      <div className={css.row}>
        <Button onClick={() => go('/board')}>{text.open}</Button>
      </div>
    </Card>
  );
}
