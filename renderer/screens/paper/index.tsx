import { useParams } from 'wouter';
import type { AthleteProfile } from '../../../src/contract/profile.ts';
import type { History } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { byRep, byWeek } from '../../../src/training/technique.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift, formatLoad } from '../../format/format.ts';
import { formatDay } from '../../format/moments.ts';
import { fullName } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useSettings } from '../../page/use-page.ts';
import { LinePlot } from '../../parts/line/line-plot.tsx';
import { reasonsOf } from '../../parts/line/suggestion-words.ts';
import { subjectAt } from '../../parts/subject-address.ts';
import { MapPlot } from '../../parts/technique/map-plot.tsx';
import { techniqueInWords } from '../../parts/technique/map-words.ts';
import { metricOf } from '../../parts/trend/metric.ts';
import { emptyWeeks, seriesOf } from '../../parts/trend/series.ts';
import { TrendPlot } from '../../parts/trend/trend-plot.tsx';
import { trendInWords } from '../../parts/trend/trend-words.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Button } from '../../ui/button.tsx';
import css from './paper.module.css';

const DAY_MS = 24 * 3600_000;
/** A period that is printed: what the history begins with. */
const WEEKS_MS = 12 * 7 * DAY_MS;

/** One white page for an athlete: three charts, three sentences, the next load, and what not to read into it. */
export default function Paper() {
  const params = useParams();
  const units = useSettings()?.units;
  const asked = subjectAt(params);
  const answer = useAnswer('profile:get', asked).value;
  const history = useAnswer(
    'history:get',
    asked
      ? {
          ...{ athlete_id: asked.athlete_id, lift: asked.lift, variation: asked.variation },
          ...(asked.side && { side: asked.side }),
          since_epoch_ms: Math.floor(Date.now() / DAY_MS) * DAY_MS - WEEKS_MS,
        }
      : null,
  ).value;
  if (!units || !answer || !history) return <p className={css.page}>{words.loading}</p>;
  return <Page answer={answer} history={history} units={units} session={params.span === 'session'} />;
}

interface PageProps {
  readonly answer: AthleteProfile;
  readonly history: History;
  readonly units: Units;
  /** Of the last session; else of the twelve weeks. */
  readonly session: boolean;
}

function Page({ answer, history, units, session }: PageProps) {
  const text = words.paper;
  const toldApart = useToldApart();
  const points = history.points.filter(({ kind }) => kind === 'work');
  const last = points.at(-1);
  const mapped = session ? points.filter(({ session_id }) => session_id === last?.session_id) : points;
  const date = formatDay(last?.at_epoch_ms ?? Date.now());
  const lift = formatLift(answer.lift, answer.variation);
  return (
    <article className={css.page}>
      <p className={css.tools}>
        <Button onClick={() => window.print()}>{text.print}</Button>
        <a href={`#/history/${answer.athlete.id}/${answer.lift}/${answer.variation}`}>{text.back}</a>
      </p>
      <header>
        <h1>{fullName(answer.athlete.name, toldApart(answer.athlete.id))}</h1>
        <p>
          {[lift, answer.side && words.sides[answer.side]].filter(Boolean).join(', ')}.{' '}
          {session ? text.titles.session(date) : text.titles.weeks(date)}
        </p>
      </header>
      {last ? <Body {...{ answer, history, units }} points={points} mapped={mapped} /> : <p>{text.none}</p>}
      <footer>{text.limits}</footer>
    </article>
  );
}

type Points = History['points'];

interface BodyProps extends Omit<PageProps, 'session'> {
  readonly points: Points;
  /** Those of the technique map. */
  readonly mapped: Points;
}

const asSentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
const nothing = (): void => undefined;

function Body({ answer, history, units, points, mapped }: BodyProps) {
  const text = words.paper;
  const { training } = answer;
  const { next, report } = training;
  const metric = metricOf('velocity', units);
  const series = seriesOf(points, metric.of);
  const chosen =
    series.find(({ load_kg }) => load_kg === history.tiles.speed?.load_kg) ?? series.at(-1) ?? null;
  const cells = byRep(mapped);
  const load = chosen && (chosen.load_kg === null ? words.history.noLoad : formatLoad(units, chosen.load_kg));
  return (
    <>
      <section aria-label={text.said}>
        <ul>
          {chosen && load && <li>{trendInWords(chosen, load, metric)}</li>}
          <li>{techniqueInWords(cells, byWeek(mapped), units)[0]}</li>
          <li>
            {report?.max
              ? text.max(
                  formatLoad(units, Math.round(report.max.low_kg)),
                  formatLoad(units, Math.round(report.max.high_kg)),
                )
              : text.noMax}
          </li>
        </ul>
      </section>
      <section className={css.next} aria-label={text.next}>
        <h2>{text.next}</h2>
        <strong>{next ? text.nextLoad(formatLoad(units, next.load_kg), next.reps) : words.nothing}</strong>
        <p>
          {next
            ? [words.training.rules[next.rule], ...reasonsOf(next, units)].map(asSentence).join(' ')
            : words.training.noNext}
        </p>
      </section>
      <section className={css.trend} aria-label={text.trend}>
        <h2>{text.trend}</h2>
        <TrendPlot {...{ series, chosen, metric, units }} empty={emptyWeeks(points)} />
      </section>
      <div className={css.two}>
        <section aria-label={text.technique}>
          <h2>{text.technique}</h2>
          {cells.length > 0 && (
            <MapPlot cells={cells} axis="rep" units={units} chosen={null} onChoose={nothing} />
          )}
        </section>
        <section aria-label={text.line}>
          <h2>{text.line}</h2>
          {report ? (
            <LinePlot report={report} training={training} units={units} />
          ) : (
            <p>{words.training.noLine}</p>
          )}
        </section>
      </div>
    </>
  );
}
