import { useState } from 'react';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { rackAfter, USUAL_RACK } from '../../../src/lifts/rack.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoadNumber, loadIn, loadToKg } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { TextField } from '../../ui/field.tsx';
import { NumberSetting } from './number-setting.tsx';
import { parsePlates } from './plates-text.ts';
import css from './settings.module.css';

const UNITS = ['kg', 'lb'] as const;
const MOST_KG = 100;

export function LoadsCard({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = usePage();
  const { units, bar_kg } = settings;
  const text = words.settings;
  const choose = (unit: Units): void => {
    const { bar_kg, plates_kg } = rackAfter(settings, unit);
    void saveSettings({ units: unit, bar_kg, plates_kg: [...plates_kg] });
  };
  return (
    <Card title={text.loads} className={css.card}>
      <fieldset className={css.choice} aria-label={text.units}>
        <span className="label">{text.units}</span>
        {UNITS.map((unit) => (
          <Chip key={unit} on={units === unit} onClick={() => choose(unit)}>
            {words.units[unit]}
          </Chip>
        ))}
      </fieldset>
      <NumberSetting
        label={text.bar(words.units[units])}
        value={loadIn(units, bar_kg)}
        least={0}
        most={loadIn(units, MOST_KG)}
        onSave={(load) => saveSettings({ bar_kg: loadToKg(units, load) })}
      />
      <PlatesField settings={settings} />
    </Card>
  );
}

function PlatesField({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = usePage();
  const { units, plates_kg } = settings;
  const inUnit = (all_kg: readonly number[]): string =>
    all_kg.map((kg) => formatLoadNumber(units, kg)).join('  ');
  const shown = inUnit(plates_kg);
  const [typed, setTyped] = useState<string | null>(null);
  const plates = parsePlates(typed ?? shown, (load) => loadToKg(units, load));
  const keep = (): void => {
    if (typed !== null && plates) void saveSettings({ plates_kg: plates });
    setTyped(null);
  };
  return (
    <TextField
      label={words.settings.plates(words.units[units])}
      hint={
        plates ? words.settings.platesHint(inUnit(USUAL_RACK[units].plates_kg)) : words.settings.platesWrong
      }
      aria-invalid={plates === null}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
