import { words } from '../../../src/words/index.ts';
import { useSettings } from '../../page/use-page.ts';
import { Screen } from '../../ui/screen.tsx';
import { AboutCard } from './about-card.tsx';
import { BinCard } from './bin-card.tsx';
import { BoardCard } from './board-card.tsx';
import { DataCard } from './data-card.tsx';
import { ExportCard } from './export-card.tsx';
import { GymCard } from './gym-card.tsx';
import { LanCard } from './lan-card.tsx';
import { LoadsCard } from './loads-card.tsx';
import { SetsCard } from './sets-card.tsx';
import css from './settings.module.css';
import { SoundCard } from './sound-card.tsx';
import { SpeechCard } from './speech-card.tsx';
import { StreamCard } from './stream-card.tsx';

/** Every change is kept at once: there is nothing to save and nothing to forget. */
export default function SettingsScreen() {
  const settings = useSettings();
  if (!settings) return <p className={css.loading}>{words.loading}</p>;
  return (
    <Screen title={words.settings.title} sub={words.settings.saved}>
      <div className={css.columns}>
        <div className={css.column}>
          <LoadsCard key={settings.units} settings={settings} />
          <SetsCard settings={settings} />
          <LanCard />
          <BoardCard settings={settings} />
          <StreamCard settings={settings} />
        </div>
        <SoundCard settings={settings} />
        <div className={css.column}>
          <DataCard />
          <BinCard />
          <GymCard />
          <ExportCard />
          <SpeechCard settings={settings} />
          <AboutCard />
        </div>
      </div>
    </Screen>
  );
}
