import { useLocation } from 'wouter';
import { words } from '../../../src/words/index.ts';
import { useDataInfo } from '../../page/use-data-info.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { ClipPicture } from '../../ui/clip-picture.tsx';
import css from './welcome.module.css';

/** No sensor yet: two ways in, where the sensor goes, and where what is lifted will lie. */
export function Welcome() {
  const { ask } = usePage();
  const [, go] = useLocation();
  const [data] = useDataInfo();
  return (
    <div className={css.welcome}>
      <div className={css.ways}>
        <h2 className={css.title}>{words.welcome.title}</h2>
        <p className={css.detail}>{words.welcome.detail}</p>
        <div className={css.buttons}>
          <Button kind="primary" large onClick={() => go('/pair')}>
            {words.welcome.pair}
          </Button>
          <Button large onClick={() => ask('pair:demonstrate', {})}>
            {words.welcome.demonstrate}
          </Button>
        </div>
        <p className={css.note}>{words.welcome.demonstrateDetail}</p>
        {data && <p className={css.note}>{words.welcome.kept(data.folder)}</p>}
      </div>
      <figure className={css.picture}>
        <ClipPicture />
        <figcaption>
          <h3>{words.welcome.clipTitle}</h3>
          <ol>
            {words.welcome.clipSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </figcaption>
      </figure>
    </div>
  );
}
