import { describe, expect, test } from 'vitest';
import { liftOfExercise } from '../../src/lifts/exercise-name.ts';
import type { HistoryOptions } from '../../src/recording/histories/history.ts';
import { orderOfDates, parseMoment } from '../../src/recording/histories/moments.ts';
import { planHistory } from '../../src/recording/histories/plan.ts';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';

const TODAY = '2026-11-30';
const read = (text: string, options: Partial<HistoryOptions> = {}) => {
  const found = readForeignHistory(text, { today: TODAY, ...options });
  if (found === null) throw new Error('no history');
  return found;
};
const setsOf = (text: string, options: Partial<HistoryOptions> = {}) => {
  const found = read(text, options);
  if (!found.ok) throw new Error(found.message);
  return found.history;
};

const STRONG =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE';
const HEVY =
  '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_lbs","reps","distance_km","duration_seconds","rpe"';
const OPEN_BARBELL =
  'Exercise,Set,Rep,Weight,Metric,Set RPE,Tags,Workout Start Time,Rest Time,Avg Velocity (m/s),Range of Motion (mm),Peak Velocity (m/s),Peak Velocity Location (%),Duration of rep (sec)';
const VITRUVE =
  'Email,Athlete,Last Name,Exercise,Workout Date,Repetition Date,# Set,# Rep.,Type*,Mean Propulsive Velocity (m/s),Mean Velocity (m/s),Peak Velocity (m/s),Repetition Duration (ms),ROM (Range of Motion) (m),Weight (kg)';
const GYMAWARE =
  'first name: Åsa,last name: Example,date: 2026-11-20,time: 18:30,exercise: Hip Thrust,set id: 1001,body weight (kg): 70.0,bar weight (lb): 220,notes: slow, but good,sensor: g.test';

describe('a training history', () => {
  test('of Strong: a set a row, warm-ups by their letter, no unit means kg and is said', () => {
    const { tool, sets, remarks } = setsOf(
      `${STRONG}\n2026-11-20 18:30:00,"Lower, A",1h 5m,"Hip Thrust (Barbell)",W,60.0,10,0,0.0,"","",\n` +
        '2026-11-20 18:30:00,"Lower, A",1h 5m,"Hip Thrust (Barbell)",1,100.0,8,0,0.0,"","",8\n' +
        '2026-11-20 18:30:00,"Lower, A",1h 5m,"Plank",1,0,0,0,60.0,"","",\n',
    );
    expect(tool).toBe('Strong');
    expect(sets).toMatchObject([
      { day: '2026-11-20', time: '18:30:00', kind: 'warm-up', load_kg: 60, reps: 10 },
      { kind: 'work', number: 1, load_kg: 100, reps: 8, rpe: 8, athlete: null, measured: [] },
    ]);
    expect(remarks).toEqual([
      expect.stringContaining('kg or lb'),
      expect.stringContaining('One row without reps'),
    ]);
    const pounds = setsOf(`${STRONG}\n2026-11-20 18:30:00,A,1h,Squat,1,225,5,0,0,,,\n`, { units: 'lb' });
    expect(pounds.sets[0]?.load_kg).toBeCloseTo(102.06, 2);
  });

  test('of Strong in German: semicolons, decimal comma, its own words', () => {
    const { sets } = setsOf(
      'Datum;Trainingsname;Dauer;Name der Übung;Reihenfolge der Sätze;Gewicht;Gewichtseinheit;Wiederholungen;RPE\n' +
        '2026-11-20 18:30:00;Beine;1h;Kniebeuge (Langhantel);1;102,5;kg;5;8,5\n',
    );
    expect(sets).toMatchObject([{ exercise: 'Kniebeuge (Langhantel)', load_kg: 102.5, reps: 5, rpe: 8.5 }]);
  });

  test('of Hevy: months by name, sets from nought, pounds', () => {
    const { tool, sets } = setsOf(
      `${HEVY}\n"Lower","6 Oct 2026, 23:30","7 Oct 2026, 00:35","","Hip Thrust (Barbell)",,"",0,"warmup",135,10,,,\n`,
    );
    expect(tool).toBe('Hevy');
    expect(sets).toMatchObject([
      { day: '2026-10-06', time: '23:30:00', number: 1, kind: 'warm-up', load_kg: 61.23 },
    ]);
  });

  test('of OpenBarbell: reps come together, millimetres become metres, am and pm are read', () => {
    const row = (set: number, rep: number, v: number) =>
      `"Hip Thrust",${set},${rep},"100","kgs","8","","11/20/2026, 6:30:00 PM","00:00:00",${v},410,1.02,55,0.66\n`;
    const { tool, sets } = setsOf(
      `${OPEN_BARBELL}\n${row(1, 2, 0.6)}${row(1, 1, 0.62)}${row(1, 1, 0.62)}${row(2, 1, 0.55)}`,
    );
    expect(tool).toBe('OpenBarbell');
    expect(sets.map(({ reps, time }) => [reps, time])).toEqual([
      [2, '18:30:00'],
      [1, '18:30:00'],
    ]);
    expect(sets[0]?.measured).toMatchObject([
      { place: 1, mcv_mps: 0.62, rom_m: 0.41, duration_s: 0.66 },
      { place: 2, mcv_mps: 0.6 },
    ]);
  });

  test('of Vitruve: only the way up, the day first', () => {
    const row = (rep: number, type: string) =>
      `a@b.c,Åsa,Example,Barbell Hip Thrust,05/11/2026,18:30:0${rep},1,${rep},${type},0.62,0.61,1.02,661,0.41,100\n`;
    const { sets, remarks } = setsOf(
      `${VITRUVE}\n${row(1, 'concentric')}${row(1, 'eccentric')}${row(2, 'Concentric')}`,
    );
    expect(sets).toMatchObject([{ athlete: 'Åsa Example', day: '2026-11-05', time: '18:30:01', reps: 2 }]);
    expect(sets[0]?.measured[0]).toMatchObject({ mcv_mps: 0.61, mpv_mps: 0.62, duration_s: 0.661 });
    expect(remarks).toHaveLength(1);
  });

  test('of GymAware: facts, then reps, in any order of columns; several sets in one file', () => {
    const reps = 'Conc Mean Velocity,Row Type,Rep Number\n0.62,Rep,1\n0.6,Rep,2\n0.61,Mean,\n';
    const { tool, sets } = setsOf(`${GYMAWARE}\n${reps}${GYMAWARE.replace('1001', '1002')}\n${reps}`);
    expect(tool).toBe('GymAware');
    expect(sets.map(({ number, reps: count }) => [number, count])).toEqual([
      [1001, 2],
      [1002, 2],
    ]);
    expect(sets[0]).toMatchObject({ athlete: 'Åsa Example', load_kg: 99.79, note: 'slow, but good' });
  });

  test('of FitNotes: whichever unit is filled in; three like sets of a day are three', () => {
    const { tool, sets } = setsOf(
      'Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Notes,Kind\n' +
        '2026-11-20,Squat,Legs,100,,8,,\n2026-11-20,Squat,Legs,100,,8,,\n2026-11-20,Squat,Legs,,225,5,,\n',
    );
    expect(tool).toBe('FitNotes');
    expect(sets.map(({ load_kg, number, time }) => [load_kg, number, time])).toEqual([
      [100, null, null],
      [100, null, null],
      [102.06, null, null],
    ]);
  });

  test('of nobody known, as long as it names day, exercise, load and reps', () => {
    const { tool, sets } = setsOf(
      'fecha\tejercicio\tpeso (kg)\trepeticiones\n20.11.2026\tSentadilla\t80,5\t5\n',
    );
    expect(tool).toBe('another tool');
    expect(sets).toMatchObject([{ day: '2026-11-20', load_kg: 80.5, reps: 5 }]);
  });

  test('is not what has a signal in it, a roster or nothing', () => {
    for (const text of ['t_s,ax_g,ay_g,az_g\n0,0,0,1\n', 'Name,Body mass (kg)\nBo,70\n', '', '\u0000\u0001'])
      expect(readForeignHistory(text, { today: TODAY })).toBeNull();
  });
});

describe('days', () => {
  test.each([
    ['2026-11-20', '2026-11-20', null],
    ['2026-11-20T23:59:59+13:00', '2026-11-20', '23:59:59'],
    ['2026-11-20T00:30:00Z', '2026-11-20', '00:30:00'],
    ['20/11/2026', '2026-11-20', null],
    ['20.11.26 7:05', '2026-11-20', '07:05:00'],
    ['Fri, 20 Nov 2026, 6:30 pm', '2026-11-20', '18:30:00'],
    ['20 de noviembre de 2026', '2026-11-20', null],
    ['Nov 20, 2026, 12:10:00 AM', '2026-11-20', '00:10:00'],
    ['20. März 2026', '2026-03-20', null],
    ['20 juil. 2026', '2026-07-20', null],
  ])('%s stays the day it says', (written, day, time) => {
    expect(parseMoment(written, 'day-first')).toEqual({ ok: true, moment: { day, time } });
  });

  test.each(['31/02/2026', '2026-13-01', '2026-02-29', '1/1/1960', '2026-11-20 25:00', '0/0/2026'])(
    '%s never was',
    (written) => {
      expect(parseMoment(written, 'day-first')).toEqual({ ok: false, why: 'impossible' });
    },
  );

  test('with two numbers that may both be the month are asked about, unless another row tells', () => {
    const rows = (...days: string[]) =>
      `${STRONG}\n${days.map((day) => `${day},A,1h,Squat,1,100,5,0,0,,,\n`).join('')}`;
    const open = read(rows('05/11/2026', '06/11/2026'));
    expect(open).toMatchObject({
      ok: false,
      code: 'day-order',
      message: expect.stringContaining('05/11/2026'),
    });
    expect(setsOf(rows('05/11/2026'), { dates: 'month-first' }).sets[0]?.day).toBe('2026-05-11');
    expect(setsOf(rows('05/11/2026', '20/11/2026')).sets[0]?.day).toBe('2026-11-05');
    expect(setsOf(rows('11/05/2026', '11/20/2026')).sets[0]?.day).toBe('2026-11-05');
    expect(setsOf(rows('05/05/2026')).sets[0]?.day).toBe('2026-05-05');
    expect(read(rows('20/11/2026', '11/20/2026'))).toMatchObject({ ok: false, code: 'day-order' });
    expect(orderOfDates(['20.11.2026', '2026-11-05'])).toEqual({ order: null, mixed: false, open: null });
  });

  test('that have not come, or never were, cost their row and are told with it', () => {
    const { sets, refused, refused_count } = setsOf(
      `${STRONG}\n2026-12-01,A,1h,Squat,1,100,5,0,0,,,\n2026-02-30,A,1h,Squat,1,100,5,0,0,,,\n` +
        'soon,A,1h,Squat,1,100,5,0,0,,,\n2026-11-30,A,1h,Squat,1,heavy,5,0,0,,,\n2026-11-30,A,1h,Squat,1,100,5,0,0,,,\n',
    );
    expect(sets).toHaveLength(1);
    expect(refused_count).toBe(4);
    expect(refused.map((each) => each.slice(0, 6))).toEqual(['Row 2:', 'Row 3:', 'Row 4:', 'Row 5:']);
  });
});

test.each([
  ['Hip Thrust (Barbell)', 'hip-thrust', 'barbell'],
  ['Single-Leg Hip Thrust', 'hip-thrust', 'single-leg'],
  ['Hip Thrust (Smith Machine)', 'hip-thrust', 'smith-machine'],
  ['Glute Bridge', 'hip-thrust', 'glute-bridge'],
  ['Bankdrücken (Langhantel)', 'bench-press', 'barbell'],
  ['Back Squat', 'squat', 'barbell'],
  ['Romanian Deadlift (Barbell)', 'romanian-deadlift', 'barbell'],
  ['Bent Over Row (Barbell)', 'row', 'barbell'],
])('%s is a %s', (name, lift, variation) => {
  expect(liftOfExercise(name)).toEqual({ lift, variation });
});

test.each([
  'Bulgarian Split Squat',
  'Bench Press (Dumbbell)',
  'Hip Thrust (Machine)',
  'Leg Press',
  'Seated Row (Cable)',
])('%s is none of ours', (name) => {
  expect(liftOfExercise(name)).toBeNull();
});

describe('a plan', () => {
  const file = setsOf(
    `${VITRUVE}\na@b.c,Asa,Example,Hip Thrust,20/11/2026,18:30:01,1,1,concentric,0.6,0.6,1,600,0.4,100\n` +
      'd@e.f,Bo,Berg,Pump,20/11/2026,18:30:01,1,1,concentric,0.6,0.6,1,600,0.4,40\n',
  );
  const nobody = { athletes: [], exercises: new Map(), setsOf: () => new Set<string>() };

  test('adds who is not there, finds who is, and asks where a name is only near', () => {
    expect(planHistory(file, nobody, {}).people.map(({ athlete }) => athlete)).toEqual([
      { id: null, name: 'Asa Example' },
      { id: null, name: 'Bo Berg' },
    ]);
    const athletes = [
      { id: 1, name: 'Example, Åsa' },
      { id: 2, name: 'BO  BERG' },
    ];
    const plan = planHistory(file, { ...nobody, athletes }, {});
    expect(plan.people).toMatchObject([{ athlete: null, near: ['Example, Åsa'] }, { athlete: { id: 2 } }]);
    const said = planHistory(file, { ...nobody, athletes }, { people: { 'Asa Example': 'Example, Åsa' } });
    expect(said.people[0]?.athlete?.id).toBe(1);
    // one name for a file of two people is not for both
    expect(planHistory(file, nobody, { athlete: 'Bo' }).people.map(({ athlete }) => athlete?.name)).toEqual([
      'Asa Example',
      'Bo Berg',
    ]);
  });

  test('takes the lift somebody chose before the one remembered before the one the name tells', () => {
    const exercises = new Map([['pump', { lift: 'other', variation: 'barbell' } as const]]);
    expect(planHistory(file, nobody, {}).exercises.map(({ lift, by }) => [lift?.lift, by])).toEqual([
      ['hip-thrust', 'name'],
      [undefined, 'nobody'],
    ]);
    expect(planHistory(file, { ...nobody, exercises }, {}).exercises[1]).toMatchObject({ by: 'remembered' });
    expect(
      planHistory(file, { ...nobody, exercises }, { exercises: { Pump: null } }).exercises[1],
    ).toMatchObject({ lift: null, by: 'chosen' });
  });

  test('knows a set that is there by moment, exercise, number, load and reps', () => {
    const athletes = [{ id: 7, name: 'Bo Berg' }];
    const [, bo] = planHistory(file, nobody, {}).sets;
    const plan = planHistory(file, { ...nobody, athletes, setsOf: () => new Set([bo?.same_as ?? '']) }, {});
    expect(plan).toMatchObject({ fresh: 1, fresh_reps: 1, there: 1 });
    expect(plan.sets.map(({ there }) => there)).toEqual([false, true]);
  });
});
