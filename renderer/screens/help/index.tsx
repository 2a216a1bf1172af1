import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { words } from '../../../src/words/index.ts';
import { useStation } from '../../page/use-page.ts';
import { Card } from '../../ui/card.tsx';
import { ClipPicture } from '../../ui/clip-picture.tsx';
import { KeyMap } from '../../ui/key-map.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './help.module.css';
import { VerdictLegend } from './verdict-legend.tsx';

const PARTS = ['start', 'setup', 'verdicts', 'numbers', 'keys', 'sensors', 'files', 'limits'] as const;
type Part = (typeof PARTS)[number];

/** What the numbers mean, what the shapes mean, how to set up, and what Lockout cannot do. */
export default function Help() {
  const text = words.help;
  return (
    <Screen title={text.title} head={<Contents />}>
      <div className={css.columns}>
        <div className={css.column}>
          <Section part="start">
            <ol className={css.steps}>
              {text.start.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Section>
          <Section part="verdicts">
            <VerdictLegend />
          </Section>
          <Section part="setup">
            <SetUp />
          </Section>
          <Section part="files">
            <ul className={css.steps}>
              {words.importing.acceptedList.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <Link href="/import">{words.settings.import}</Link>
          </Section>
          <Section part="limits">
            <ul className={css.steps}>
              {text.limits.list.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </Section>
        </div>
        <div className={css.column}>
          <Section part="numbers">
            <dl className={css.numbers}>
              {text.numbers.list.map(([name, meaning]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section part="sensors">
            <Sensors />
          </Section>
        </div>
        <Section part="keys" className={css.wide}>
          <p className={css.quiet}>{words.help.keys.text}</p>
          <div className={css.keys}>
            <KeyMap />
          </div>
        </Section>
      </div>
    </Screen>
  );
}

/** Jumps within the page. Not links: the address bar's # belongs to the screens. */
function Contents() {
  const jump = (part: Part): void => {
    const section = document.getElementById(`help-${part}`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return (
    <nav className={css.contents} aria-label={words.help.contents}>
      {PARTS.map((part) => (
        <button key={part} type="button" onClick={() => jump(part)}>
          {words.help[part].title}
        </button>
      ))}
    </nav>
  );
}

interface SectionProps {
  readonly part: Part;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

const Section = ({ part, children, className }: SectionProps) => (
  <Card title={words.help[part].title} id={`help-${part}`} tabIndex={-1} className={className}>
    {children}
  </Card>
);

/** For the lift at the station now. */
function SetUp() {
  const lift = useStation()?.setup.lift ?? 'hip-thrust';
  const [, go] = useLocation();
  return (
    <div className={css.setup}>
      <div>
        <h3>{words.lifts[lift]}</h3>
        <ul className={css.steps}>
          {words.setups[lift].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <h3>{words.help.setup.cues}</h3>
        <ul className={css.steps}>
          {words.cues[lift].map((cue) => (
            <li key={cue}>{cue}</li>
          ))}
        </ul>
      </div>
      <figure>
        <ClipPicture />
        <figcaption>
          <h3>{words.help.setup.clip}</h3>
          <ol className={css.steps}>
            {words.welcome.clipSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <button type="button" className={css.link} onClick={() => go('/pair')}>
            {words.welcome.pair}
          </button>
        </figcaption>
      </figure>
    </div>
  );
}

function Sensors() {
  const text = words.help.sensors;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{text.family}</th>
          <th scope="col">{text.rates}</th>
          <th scope="col">{text.note}</th>
        </tr>
      </thead>
      <tbody>
        {text.list.map(([family, rates, note]) => (
          <tr key={family}>
            <th scope="row">{family}</th>
            <td>{rates}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
