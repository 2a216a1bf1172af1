import type { Recovery, StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { recoveryInWords } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { saveFile } from '../../page/save-file.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { type Mark, VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './banners.module.css';

/** What the coach has to know before anything else: a lost link, a set cut short, the station's own trouble. */
interface BannersProps {
  readonly state: StationState;
  /** A read-out offers nothing to press. */
  readonly readOnly?: boolean;
}

export function Banners({ state, readOnly = false }: BannersProps) {
  const { source, notice, recoveries, unstored, rescue } = state;
  const lost =
    source && (source.phase === 'lost' || source.phase === 'reconnecting' || source.phase === 'failed');
  const recovery = recoveries.find(({ without_reps }) => !without_reps);
  return (
    <>
      {lost && (
        <Banner
          mark="warning"
          title={words.station.linkLost(source.name, source.problem)}
          text={state.phase === 'set' ? words.station.linkLostDetail : words.station.linkLostIdle}
        />
      )}
      {unstored && <UnstoredBanner text={unstored.text} readOnly={readOnly} />}
      {rescue && !readOnly && state.phase !== 'set' && <RescueBanner rescue={rescue} />}
      {notice && <Banner mark={notice.tone} title={notice.text} text="" />}
      {recovery && !readOnly && state.phase !== 'set' && <RecoveryBanner state={state} recovery={recovery} />}
    </>
  );
}

function RecoveryBanner({ state, recovery }: { readonly state: StationState; readonly recovery: Recovery }) {
  const { ask, notices } = usePage();
  const { journal_id } = recovery;
  const what = recoveryInWords(recovery, state.units);
  const keep = async (): Promise<void> => {
    const kept = await ask('recovery:accept', { journal_id });
    if (kept) notices.show({ tone: 'info', text: words.station.recovered(kept.reps.length) });
  };
  return (
    <Banner mark="info" title={words.station.recovery(what)} text="">
      <Button onClick={keep}>{words.station.keep}</Button>
      <Button kind="quiet" onClick={() => ask('recovery:discard', { journal_id })}>
        {words.station.discard}
      </Button>
    </Banner>
  );
}

function RescueBanner({ rescue }: { readonly rescue: NonNullable<StationState['rescue']> }) {
  const { ask, notices } = usePage();
  const restore = async (): Promise<void> => {
    const done = await ask('data:restore', { backup: rescue.backup });
    if (done) notices.show({ tone: 'info', text: words.settings.restored(done.kept) });
  };
  return (
    <Banner mark="warning" title={words.settings.rescue(formatDayTime(rescue.at_epoch_ms))} text="">
      <Button onClick={restore}>{words.settings.restore}</Button>
    </Banner>
  );
}

function UnstoredBanner({ text, readOnly }: { readonly text: string; readonly readOnly: boolean }) {
  const { ask } = usePage();
  const save = async (): Promise<void> => {
    const file = await ask('unstored:save', {});
    if (file) saveFile(file);
  };
  return (
    <Banner mark="warning" title={text} text="">
      {!readOnly && (
        <>
          <Button onClick={() => ask('unstored:retry', {})}>{words.station.storeNow}</Button>
          <Button kind="quiet" onClick={save}>
            {words.station.saveElsewhere}
          </Button>
        </>
      )}
    </Banner>
  );
}

interface BannerProps {
  readonly mark: Mark;
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Banner({ mark, title, text, children }: BannerProps) {
  return (
    <div className={classNames(css.banner, toneClass(mark))} role="alert">
      <VerdictMark mark={mark} className={css.mark ?? ''} />
      <p className={css.text}>
        <strong>{title}</strong> {text}
      </p>
      {children}
    </div>
  );
}
