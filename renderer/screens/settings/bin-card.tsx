import { words } from '../../../src/words/index.ts';
import { BinList } from '../../parts/bin/bin-list.tsx';
import { Card } from '../../ui/card.tsx';
import css from './settings.module.css';

/** What was deleted lately. */
export const BinCard = () => (
  <Card title={words.bin.title} className={css.card}>
    <BinList />
  </Card>
);
