import { words } from '../../../src/words/index.ts';
import { Card } from '../../ui/card.tsx';
import { ClipPicture } from '../../ui/clip-picture.tsx';
import css from './pair.module.css';

/** Where the sensor goes, while nothing is connected that could be looked at. */
export function ClipCard() {
  return (
    <Card className={css.clip} aria-label={words.welcome.clipTitle}>
      <p className={css.clipNone}>{words.pair.noneConnected}</p>
      <ClipPicture />
      <h2>{words.welcome.clipTitle}</h2>
      <ol>
        {words.welcome.clipSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  );
}
