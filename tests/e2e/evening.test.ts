import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { lockout } from '../cli/lockout.ts';
import { chromiumPath } from '../programs.ts';
import { axeFindings, shoot, withChromium } from './browser.ts';
import { type GroupSeason, trainAGroup } from './group-season.ts';
import { readPdf } from './pdf-text.ts';
import { openStationPage, type StationPage } from './station-page.ts';

/** As long as a hand that is not in a hurry presses, ms. */
const SLOW_PRESS_MS = 500;

// What a coach asks in the evening, each answered as text on one screen: one season, one browser.

withChromium('in the evening', () => {
  let station: StationPage;
  let group: GroupSeason;
  beforeAll(async () => {
    station = await openStationPage({
      prepare: (folder) => {
        group = trainAGroup(folder, Date.now());
      },
    });
  });
  afterAll(() => station?.close());

  const show = async (hash: string, what: string): Promise<void> => {
    await station.page.goto(`${station.host.address}#${hash}`);
    await station.page.getByRole('region', { name: what, exact: true }).waitFor();
  };
  const region = (name: string) => station.page.getByRole('region', { name, exact: true });
  const textOf = async (name: string): Promise<string> =>
    (await region(name).innerText()).replaceAll(/\s+/g, ' ');
  const history = (id: number, variation = 'barbell') => `/history/${id}/hip-thrust/${variation}`;

  test('the first press counts, slow as it is: the hint that sound is off goes only after it', async () => {
    await show(history(group.maja), words.trend.title);
    const chip = region(words.trend.title).getByRole('button', { name: '80 kg', exact: true });
    await station.page.getByText(words.sounds.off).waitFor();
    // near its upper edge, which moves away under the pointer when the hint goes
    await chip.click({ delay: SLOW_PRESS_MS, position: { x: 6, y: 3 } });
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await station.page.getByText(words.sounds.off).waitFor({ state: 'detached' });
  });

  test('is she getting faster at 100 kg, by how much, and is it more than chance?', async () => {
    await show(history(group.maja), words.trend.title);
    await region(words.trend.title).getByRole('button', { name: '100 kg', exact: true }).click();
    expect(await textOf(words.trend.title)).toMatch(
      /At 100 kg: up by 0\.\d\d m\/s since \w{3} \d+ \(95 % interval \+0\.\d\d to \+0\.\d\d\): more than chance\./,
    );
    expect(await textOf(words.trend.title)).toMatch(/Weeks without training, by their Monday: \w{3} \d+\./);
  });

  test('where does she cut reps short: at which load, which rep, which week?', async () => {
    await show(history(group.maja), words.technique.title);
    const text = await textOf(words.technique.title);
    expect(text).toMatch(/It goes wrong from 120 kg up: 66 of 132 reps, and 0 of 396 below\./);
    expect(text).toContain('There it begins with rep 2');
    expect(text).toContain(words.technique.noWeek);
    const square = region(words.technique.title).getByRole('button', { name: /^120 kg, rep 4: 22 half rep/ });
    await square.focus();
    await station.page.keyboard.press('Enter');
    const sets = region(words.technique.setsOf('120 kg, rep 4')).getByRole('link');
    expect(await sets.count()).toBe(22);
    await station.page.keyboard.press('ArrowDown');
    await station.page.keyboard.press('Enter');
    await region(words.technique.setsOf('110 kg, rep 4')).waitFor();
    await region(words.technique.title).getByText(words.technique.squaresTitle).click();
    const squares = region(words.technique.title).getByRole('table', { name: words.technique.squaresTitle });
    expect(await squares.getByRole('row', { name: '120 kg rep 4 22' }).count()).toBe(1);
    await region(words.history.rangeCard).getByText(words.plots.asTable).click();
    const weeks = region(words.history.rangeCard).getByRole('table', { name: words.history.rangeCard });
    expect(await weeks.getByRole('row').count()).toBeGreaterThan(11);
  });

  test('Maja against Tomás', async () => {
    await show(history(group.maja), words.trend.compare);
    await region(words.trend.compare).getByRole('button', { name: words.trend.compareKinds.athlete }).click();
    await station.page.getByRole('option', { name: /^Tom/ }).click();
    await region(words.trend.compare).getByText('Maja Lindqvist 0.').waitFor();
    expect(await textOf(words.trend.compare)).toMatch(
      /Maja Lindqvist 0\.\d\d m\/s, Tomás Ferreira 0\.\d\d m\/s\. Difference [-+]0\.\d\d m\/s \(95 % interval/,
    );
    const table = region(words.trend.compare).getByRole('table', { name: words.trend.comparedTable });
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Maja Lindqvist', 'Tomás Ferreira']);
  });

  test('these six weeks against the six before', async () => {
    await show(history(group.maja), words.trend.compare);
    await region(words.trend.compare).getByRole('button', { name: words.trend.compareKinds.period }).click();
    const day = (days: number) => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv');
    await station.page.getByRole('button', { name: words.history.periods.days }).click();
    const period = station.page.getByRole('group', { name: words.history.periodLabel });
    await period.getByLabel(words.history.from).fill(day(42));
    await region(words.trend.compare)
      .getByText(/Difference/)
      .waitFor();
    expect(await textOf(words.trend.compare)).toMatch(
      /Difference \+0\.\d\d m\/s \(95 % interval \+0\.\d\d to \+0\.\d\d\), more than chance\./,
    );
    await station.page.getByRole('button', { name: words.history.periods.weeks12 }).click();
  });

  test('left against right over time', async () => {
    await station.page.goto('about:blank');
    await show(history(group.maja, 'single-leg'), words.trend.compare);
    await region(words.trend.compare).getByRole('button', { name: words.trend.compareKinds.side }).click();
    await region(words.trend.compare).getByText('At 40 kg: Left 0').waitFor();
    expect(await textOf(words.trend.compare)).toMatch(
      /Left 0\.\d\d m\/s, Right 0\.\d\d m\/s\. Difference -0\.\d\d m\/s \(95 % interval .*\), more than chance\./,
    );
  });

  test('who of the group has slipped? The two, and nobody else', async () => {
    await show('/team', words.team.look(2));
    expect(await axeFindings(station.page)).toEqual([]);
    await shoot(station.page, 'team');
    const rows = region(words.team.look(2)).getByRole('rowheader');
    expect((await rows.allInnerTexts()).map((name) => name.split('\n')[0]).sort()).toEqual(group.slipped);
    const text = await textOf(words.team.look(2));
    expect(text).toMatch(/Slower: 0\.\d\d m\/s in the last two weeks, 0\.\d\d before/);
    expect(text).toMatch(/Drops the bar: \d+ of \d+ reps/);
    await region(words.team.fine(4))
      .getByRole('link', { name: words.team.open('Tomás Ferreira') })
      .click();
    await station.page.getByRole('heading', { name: 'Tomás Ferreira, hip thrust' }).waitFor();
    // the profile is of whom the history was of, and so is the history again
    await station.page.keyboard.press('3');
    await station.page.getByRole('heading', { name: 'Tomás Ferreira, Hip thrust, Barbell' }).waitFor();
    await station.page.keyboard.press('2');
    await station.page.getByRole('heading', { name: 'Tomás Ferreira, hip thrust' }).waitFor();
  });

  test('tonnage, hard sets per muscle and week, personal bests, notes with a word', async () => {
    await station.page.goto('about:blank');
    await show(history(group.maja), words.volume.title);
    expect(await textOf(words.volume.title)).toMatch(/[\d,]+ kg in 1[23] weeks\./);
    expect(await textOf(words.volume.title)).toMatch(/10 5,400 kg 10 \(10\)/);
    await region(words.bests.title).waitFor();
    const bests = await textOf(words.bests.title);
    expect(bests).toMatch(/Heaviest full rep 120 kg/);
    expect(bests).toMatch(/1RM, lower end at least \d+ kg/);
    expect(bests).toMatch(/Longest strict set 6 × 110 kg/);
    await station.page.getByLabel(words.search.label).fill('HIPS left');
    await region(words.search.title).getByText('Hips shifted left on rep 5').waitFor();
    expect(await region(words.search.title).getByRole('link').count()).toBe(1);
  });

  test('what do I hand the athlete on paper? One white page, for the session and for the weeks', async () => {
    const { page } = station;
    for (const span of ['session', 'weeks']) {
      await page.goto(`${station.host.address}#/paper/${group.maja}/hip-thrust/barbell/both/${span}`);
      await page.getByRole('heading', { name: 'Maja Lindqvist' }).waitFor();
      await page.getByRole('region', { name: words.paper.line }).locator('svg a').first().waitFor();
      const text = (await page.getByRole('article').innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain(span === 'session' ? 'Session of' : 'Twelve weeks to');
      expect(text).toMatch(/At 1\d0 kg: up by 0\.\d\d m\/s since/);
      expect(text).toMatch(/1RM today: \d+ kg to \d+ kg \(95 % interval\)/);
      expect(text).toMatch(/Next session \d+ kg × \d/);
      expect(text).toContain(words.paper.limits);
      expect(await page.getByRole('article').locator('[data-plot] > svg, figure svg').count()).toBe(3);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await page.emulateMedia({ media: 'print' });
    await shoot(page, 'paper');
    await show(history(group.maja), words.trend.title);
    const look = await page.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      navigation: getComputedStyle(document.querySelector('nav') as Element).display,
      // what scrolls on the screen is whole on paper
      cut: document.documentElement.scrollHeight < (document.querySelector('main')?.scrollHeight ?? 0),
    }));
    expect(look).toEqual({ ground: 'rgb(255, 255, 255)', navigation: 'none', cut: false });
    await page.emulateMedia({ media: 'screen' });
  });

  test('the same page comes as PDF from the command line, beside the running station', async () => {
    const file = path.join(station.folder, 'maja.pdf');
    const whose = ['--athlete', 'Maja Lindqvist', '--lift', 'hip-thrust', '--data', station.folder];
    const how = ['--of', 'weeks', '--pdf', file, '--chromium', chromiumPath() ?? ''];
    expect(await lockout(['report', ...whose, ...how])).toEqual({ code: 0, out: '', err: '' });
    const { pages, text } = readPdf(readFileSync(file));
    expect(pages).toBe(1);
    expect(text).toContain('MajaLindqvist');
    expect(text).toMatch(/Nextsession[\d.]+kg×\d+/);
    expect(text).toMatch(/1RMtoday:\d+kgto\d+kg\(95%interval\)/);
    expect(text).toContain(words.paper.limits.replaceAll(/\s/g, ''));
  });

  test('a plot is taken away as a file, with its title and units', async () => {
    await show(history(group.maja), words.trend.title);
    // there is nothing to take away before it is drawn
    await region(words.trend.title).locator('[data-plot] svg').first().waitFor();
    const save = async (kind: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        station.page.waitForEvent('download'),
        station.page.getByRole('button', { name: words.plots.save(words.trend.title, kind) }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const svg = (await save('SVG')).toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain(`>${words.trend.title}</text>`);
    expect(svg).toContain('Mean velocity, m/s');
    expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect(station.problems).toEqual([]);
  });
});
