import { words } from '../../../src/words/index.ts';
import { formatLift, formatLoad } from '../../format/format.ts';
import { fullName } from '../../format/told-apart.ts';
import { useBars } from '../../page/use-bars.ts';
import { useStation } from '../../page/use-page.ts';
import { Banners } from '../../parts/live/banners.tsx';
import { BeforeSet } from '../../parts/live/before-set.tsx';
import { Footer } from '../../parts/live/footer.tsx';
import { Hero } from '../../parts/live/hero.tsx';
import { Ready } from '../../parts/live/ready.tsx';
import { RepStrip, StripSentence } from '../../parts/live/rep-strip.tsx';
import station from '../../parts/live/station.module.css';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './display.module.css';

/** The read-out alone, for a second screen: nothing to press, no sound. */
export default function Display() {
  const state = useStation();
  const toldApart = useToldApart();
  const { two, bar } = useBars();
  if (!state) return <p className={station.empty}>{words.connection.connecting}</p>;
  const setup = state.set?.setup ?? state.setup;
  const kinds = [...new Set(state.sources.map(({ kind }) => kind))].filter((kind) => kind !== 'sensor');
  const ready = state.phase === 'armed' || state.phase === 'set';
  return (
    <div className={station.station}>
      <header className={css.head}>
        {two && <p>{words.bars.name(bar)}</p>}
        <h1>{fullName(setup.athlete.name, toldApart(setup.athlete.id))}</h1>
        <p>{formatLift(setup.lift, setup.variation)}</p>
        {setup.side && <p>{words.sides[setup.side]}</p>}
        {setup.load_kg !== null && <p>{formatLoad(state.units, setup.load_kg)}</p>}
        {kinds.map((kind) => (
          <p key={kind} className={classNames('badge', css.badge)}>
            {words.badges[kind]}
          </p>
        ))}
      </header>
      <Banners state={state} readOnly />
      <div className={station.cards}>
        <section className={station.card} aria-label={words.station.lastRep}>
          {state.set ? (
            <Hero state={state} selected={null} />
          ) : (
            <Ready title={ready ? words.station.ready : words.station.waiting} detail="">
              <BeforeSet state={state} />
            </Ready>
          )}
        </section>
        <section className={station.card} aria-label={words.station.stripReps}>
          <p className="label">{words.station.stripReps}</p>
          <RepStrip state={state} selected={null} onSelect={null} />
          <StripSentence state={state} selected={null} onDelete={null} />
        </section>
      </div>
      <Footer state={state} actions={null} />
    </div>
  );
}
