import { describe, expect, test } from 'vitest';
import type { HistoryFile } from '../../src/recording/histories/history.ts';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';

function setsOf(text: string): HistoryFile {
  const found = readForeignHistory(text, { today: '2026-11-30' });
  if (!found?.ok) throw new Error(found?.message ?? 'no history');
  return found.history;
}

// Instruments beside those that are known by name: their own words for the same columns.
describe('a rep', () => {
  test.each([
    [
      'Enode',
      'date;time;athlete;exercise;set;repetition;load [kg];vmean [m/s];vmax [m/s];distance [mm]\n20.11.2026;18:30:00;Anna;Hip Thrust;1;1;100;0,62;0,9;410\n',
    ],
    [
      'RepOne',
      'Lifter,Date,Time,Exercise,Set,Rep,Weight,Unit,Avg Velocity,Peak Velocity,ROM (mm)\nAnna,11/20/2026,6:30:00 PM,Hip Thrust,1,1,220.46,lb,0.62,0.9,410\n',
    ],
    [
      'GymAware, a row a rep',
      'Athlete,Date,Time,Exercise,Set,Rep,Bar Weight (kg),Mean Velocity (m/s),Peak Velocity (m/s),Distance (m)\nAnna,20/11/2026,18:30:00,Hip Thrust,1,1,100,0.62,0.9,0.41\n',
    ],
  ])('of %s', (_, text) => {
    expect(setsOf(text).sets).toMatchObject([
      {
        athlete: 'Anna',
        day: '2026-11-20',
        time: '18:30:00',
        load_kg: 100,
        measured: [{ mcv_mps: 0.62, pcv_mps: 0.9, rom_m: 0.41 }],
      },
    ]);
  });

  test('feet become metres, and what is in a unit nobody knows is left out and said', () => {
    const { sets, remarks } = setsOf(
      'Date,Exercise,Set,Rep,Weight (kg),Mean Velocity (ft/s),ROM (cubits)\n2026-11-20,Squat,1,1,100,2,1\n',
    );
    expect(sets[0]?.measured[0]).toMatchObject({ mcv_mps: 2 * 0.3048, rom_m: null });
    expect(remarks).toEqual([expect.stringContaining('ROM (cubits) is in a unit that is not known')]);
  });
});
