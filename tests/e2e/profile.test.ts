import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { axeFindings, shoot, withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { type Season, trainASeason } from './season.ts';
import { letSourcesGo } from './sources.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// What a coach asks at night, answered on one screen, as text.

withChromium('the profile', () => {
  let station: StationPage;
  let season: Season;
  let text: string;
  beforeAll(async () => {
    station = await openStationPage({
      prepare: (folder) => {
        season = trainASeason(folder, Date.now());
      },
    });
    await station.ask('station:athlete', { athlete_id: season.athlete_id });
    await station.page.goto(`${station.host.address}#/profile`);
    await station.page.getByRole('heading', { name: 'Maja Lindqvist, Hip thrust, Barbell' }).waitFor();
    await station.page.getByRole('region', { name: words.training.line }).locator('svg').waitFor();
    text = (await station.page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  });
  afterAll(() => station?.close());
  const training = async () =>
    (
      await station.ask('profile:get', {
        athlete_id: season.athlete_id,
        lift: 'hip-thrust',
        variation: 'barbell',
        side: null,
      })
    ).training;

  test('what should she lift next time, and why?', async () => {
    const { next } = await training();
    expect(next).not.toBeNull();
    expect(text).toContain(`Next session ${next?.load_kg} kg × ${next?.reps}`);
    expect(text).toContain(words.training.rules[next?.rule ?? 'add-a-little']);
    expect(text).toMatch(/\w{3} \d+, \d+ kg: best set \d+ reps, half reps \d+ of \d+, holds met \d+ of \d+/);
  });

  test('what is her 1RM today, how sure, and which velocity is 80 %?', async () => {
    const { report } = await training();
    const [low, high] = [report?.max?.low_kg ?? 0, report?.max?.high_kg ?? 0].map(Math.round);
    expect(text).toContain(`1RM today ${low} to ${high} kg 95 % interval, at 0.`);
    expect(text).toContain('3 to 4 % for a line of one’s own');
    const eighty = report?.percents.find(({ percent }) => percent === 80);
    expect(text).toContain(`Speed at 80 % ${eighty?.mcv_mps.toFixed(2)} m/s`);
    expect(text).toMatch(/This line can be trusted|Trust this line with care/);
    expect(text).toMatch(/The set that would help most: [\d.]+ kg/);
  });

  test('was she ready today?', async () => {
    const { ready } = await training();
    expect(ready).not.toBeNull();
    expect(text).toContain(`Today ${words.training.readyKinds[ready?.kind ?? 'usual']}`);
    expect(text).toMatch(/0\.\d\d m\/s at \d+ kg; usual is 0\.\d\d to 0\.\d\d -?\d\.\d SD from the line/);
  });

  test('the line is taken away as a file, with its title and units', async () => {
    const [file] = await Promise.all([
      station.page.waitForEvent('download'),
      station.page.getByRole('button', { name: words.plots.save(words.training.line, 'SVG') }).click(),
    ]);
    const svg = readFileSync(await file.path(), 'utf8');
    for (const said of [words.training.line, words.training.axisSpeed, words.training.axisLoad('kg')])
      expect(svg).toContain(`>${said}</text>`);
  });

  test('every point of the line opens its set, by keyboard', async () => {
    const { page } = station;
    const { points } = await training();
    const links = page.getByRole('link', { name: /m\/s at .*Opens the set/ });
    expect(await links.count()).toBe(points.length);
    await links.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Set of / }).waitFor();
    await page.goBack();
  });

  test('another variation and side has a line of its own', async () => {
    const { page } = station;
    const chip = page.getByRole('button', { name: 'Hip thrust, Single-leg, Left' });
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.getByText(words.training.noLine).waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(station.problems).toEqual([]);
  });

  test('a profile is measured step by step or typed in, and tells later what has changed', async () => {
    const { page } = station;
    const text = words.measure;
    const measure = `/measure/${season.athlete_id}/hip-thrust/barbell/both`;
    await page.goto('about:blank');
    await page.goto(`${station.host.address}#/profile`);
    await page.getByRole('button', { name: text.measure }).click();
    const { loads_kg } = await station.ask('profiles:propose', {
      ...{ athlete_id: season.athlete_id, lift: 'hip-thrust', variation: 'barbell', side: null },
    });
    await page.getByRole('button', { name: text.begin(loads_kg.length) }).click();
    const steps = page.getByRole('region', { name: text.steps });
    await steps.getByText(text.lifted(0, loads_kg.length)).waitFor();
    expect(await steps.getByRole('listitem').count()).toBe(loads_kg.length);
    expect(await axeFindings(page)).toEqual([]);
    await steps.getByRole('button', { name: text.lift(`${loads_kg[0]} kg`) }).click();
    // the station knows what comes next, and leads back
    await page.getByRole('link', { name: text.stationLine(0, loads_kg.length) }).click();
    await steps.getByRole('button', { name: text.stop }).click();

    await page.getByLabel(text.typedLoad(1, 'kg')).fill('80');
    await page.getByLabel(text.typedSpeed(1)).fill('0.5');
    await page.getByLabel(text.typedLoad(2, 'kg')).fill('120');
    await page.getByLabel(text.typedSpeed(2)).fill('0,2');
    await page.getByLabel(text.instrument).fill('GymAware');
    await page.keyboard.press('Enter');
    const kept = page.getByRole('region', { name: text.kept });
    await kept.getByText(text.typedFrom('GymAware')).waitFor();
    const row = (await kept.getByRole('row').last().innerText()).replaceAll(/\s+/g, ' ');
    expect(row).toContain('2: 80 kg to 120 kg');
    expect(row).toMatch(
      /At 100 kg: 0\.35 m\/s\. Now 0\.\d\d m\/s, \+0\.\d\d ± 0\.\d\d \(95 %\): more than chance\./,
    );
    expect(row).toContain('It has 2 points; 4 or more are needed.');
    await expectGoodLooks(station, { hash: measure, waitFor: 'input', name: 'measure' });
  });

  test('fits a telephone, upright', async () => {
    const { page } = await station.open('/profile');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await page.locator('svg a').first().waitFor();
    await shoot(page, 'profile');
    // the outermost of what reaches over the edge, unless it scrolls in a box of its own
    const sticksOut = await page.evaluate(() => {
      const screen = document.querySelector('main > div:last-child');
      const edge = (screen?.getBoundingClientRect().right ?? 0) + 1;
      const scrolls = (each: Element | null): boolean =>
        each !== null &&
        each !== screen &&
        (getComputedStyle(each).overflowX === 'auto' || scrolls(each.parentElement));
      return [...(screen?.querySelectorAll('*') ?? [])]
        .filter((each) => each.getBoundingClientRect().right > edge && !scrolls(each.parentElement))
        .map((each) => `${each.tagName} ${each.className} ${each.textContent}`);
    });
    expect(sticksOut).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test('looks right, small and large, full and empty', async () => {
    await expectGoodLooks(station, { hash: '/profile', waitFor: 'svg a', name: 'profile' });
    const demo = (await station.ask('athletes:list', {})).find(({ simulated }) => simulated);
    await station.ask('station:athlete', { athlete_id: demo?.id ?? 0 });
    await expectGoodLooks(station, {
      hash: '/profile',
      waitFor: `text=${words.training.noNext}`,
      name: 'profile-empty',
    });
  });

  test('rising loads are ticked off by the sets that lift them, and kept as a profile of the day', async () => {
    const { page, ask } = station;
    const text = words.measure;
    const demo = (await ask('athletes:list', {})).find(({ simulated }) => simulated);
    const subject = {
      athlete_id: demo?.id ?? 0,
      lift: 'hip-thrust',
      variation: 'barbell',
      side: null,
    } as const;
    await page.goto('about:blank');
    await page.goto(`${station.host.address}#/measure/${subject.athlete_id}/hip-thrust/barbell/both`);
    const { loads_kg } = await ask('profiles:propose', subject);
    expect(loads_kg.length).toBeGreaterThanOrEqual(4);
    await page.getByRole('button', { name: text.begin(loads_kg.length) }).click();
    await page.getByRole('button', { name: text.lift(`${loads_kg[0]} kg`) }).click();
    for (const [done, load_kg] of loads_kg.entries()) {
      await page.getByRole('link', { name: text.stationLine(done, loads_kg.length) }).waitFor();
      // the first was chosen with the profile, the others are one press away
      if (done > 0) await page.getByRole('button', { name: text.stationNext(`${load_kg} kg`) }).click();
      await soon(async () => (await ask('station:state', {})).setup.load_kg).toBe(load_kg);
      await ask('pair:simulate', { reps: 1, speed: 20 });
      await soon(async () => (await ask('profiles:open', subject)).open?.steps[done]?.point != null).toBe(
        true,
      );
      await letSourcesGo(ask);
      await ask('station:next', {});
      await soon(async () => (await ask('station:state', {})).set).toBeNull();
    }
    await page.getByRole('link', { name: text.stationAll }).click();
    await page.getByText(text.lifted(loads_kg.length, loads_kg.length)).waitFor();
    expect(await page.getByRole('link', { name: /^\d\.\d\d m\/s$/ }).count()).toBe(loads_kg.length);
    await page.getByRole('button', { name: text.keep }).click();
    const kept = page.getByRole('region', { name: text.kept });
    const range = text.range(loads_kg.length, `${loads_kg[0]} kg`, `${loads_kg.at(-1)} kg`);
    await kept.getByText(range).waitFor();
    // whose profile was measured is whose is shown
    expect(await page.getByRole('heading', { name: 'Demo athlete, Hip thrust, Barbell' }).count()).toBe(1);
    expect(station.problems).toEqual([]);
  });
});
