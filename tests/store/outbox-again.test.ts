import { expect, test } from 'vitest';
import { anAthlete, SIMULATED_RANGE, value } from './given.ts';
import { aMember } from './members.ts';

test('a range that is calibrated again and again, told in between or not, is stored and told as it is last', () => {
  const store = aMember();
  const key = {
    athlete_id: anAthlete(store),
    lift: 'squat',
    variation: 'barbell',
    bench: '',
    side: null,
  } as const;
  const calibrate = (rom_m: number): void =>
    void value(store.references.put(key, { ...SIMULATED_RANGE, rom_m }));
  for (const rom_m of [0.3, 0.31]) calibrate(rom_m);
  const first = store.outbox.next(10);
  store.outbox.arrived(first);
  for (const rom_m of [0.32, 0.33]) calibrate(rom_m);
  const told = store.outbox.next(10);
  expect(told.map(({ field, value: of }) => [field.split(':')[0], of?.rom_m])).toEqual([['reference', 0.33]]);
  // one more while that is under way: its arrival is not this one's
  calibrate(0.34);
  store.outbox.arrived(told);
  expect(store.outbox.next(10).map(({ value: of }) => of?.rom_m)).toEqual([0.34]);
});
