import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SetDetail } from '../../src/contract/sets.ts';
import { words } from '../../src/words/index.ts';
import { shoot, withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { type Season, trainASeason } from './season.ts';
import { openStationPage, type StationPage } from './station-page.ts';

const WEEKS = 1;

withChromium('the review of a set', () => {
  let station: StationPage;
  let season: Season;
  /** 100 kg with a half rep, a dropped one and a note; before it the warm-up, after it the grind. */
  let id: number;
  const detail = (): Promise<SetDetail> => station.ask('sets:get', { id });

  beforeAll(async () => {
    station = await openStationPage({
      prepare: (folder) => {
        season = trainASeason(folder, Date.now(), WEEKS);
      },
    });
    id = season.sets.at(-2) ?? 0;
    await station.page.goto(`${station.host.address}#/review/${id}`);
    await station.page.getByRole('heading', { name: /^Set of / }).waitFor();
  });
  afterAll(() => station?.close());

  test('shows every rep with its numbers, their doubt and its verdict in words', async () => {
    const { page } = station;
    const { reps } = await detail();
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(reps.length);
    for (const [at, { rep }] of reps.entries()) {
      const text = await rows.nth(at).innerText();
      expect(text).toContain(rep.mcv_mps?.toFixed(2));
      expect(text).toContain(((rep.rom_m ?? 0) * 100).toFixed(1));
      expect(text).toContain('±');
      expect(text).toContain(
        { full: 'Full', short: 'Short', partial: 'Half rep', unsure: 'Unsure' }[rep.verdict.range],
      );
    }
    expect(await rows.nth(2).innerText()).toContain('Half rep');
    expect(await rows.nth(4).innerText()).toContain('dropped');
  });

  test('draws the whole set: a click on a rep in the picture selects it', async () => {
    const { page } = station;
    const box = await page.locator('.u-over').boundingBox();
    const { reps } = await detail();
    const [first, last] = [reps[0]?.rep, reps.at(-1)?.rep];
    if (!box || !first || !last) throw new Error('no picture');
    const painted = await page.locator('.uplot canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      return data.filter((value, i) => i % 4 === 3 && value > 0).length;
    });
    expect(painted).toBeGreaterThan(10_000);
    // the first rep starts 1.5 s after the left edge, the last ends 1.5 s before the right one
    await page.mouse.move(box.x + box.width * 0.09, box.y + box.height / 2);
    await page.mouse.click(box.x + box.width * 0.09, box.y + box.height / 2);
    await page.getByRole('button', { name: 'Rep 1', exact: true, pressed: true }).waitFor();
  });

  test('a rep is selected, deleted and brought back by keyboard, and the audit says so', async () => {
    const { page } = station;
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Rep 3', pressed: true }).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await detail()).row.summary.reps).toBe(5);
    await page.getByRole('button', { name: words.review.restoreRep }).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await detail()).row.summary.reps).toBe(6);
    expect((await detail()).edits).toHaveLength(2);
    await expect
      .poll(() => page.getByRole('region', { name: 'Changes' }).getByRole('listitem').count())
      .toBe(2);
  });

  test('a movement that was no rep says why; one press counts it, another takes that back', async () => {
    const grind = season.sets.at(-1) ?? 0;
    const { page, problems } = await station.open(`/review/${grind}`);
    const reps = async () => (await station.ask('sets:get', { id: grind })).reps.length;
    const before = await reps();
    const summary = page.locator('summary');
    await summary.waitFor();
    expect(await summary.innerText()).toMatch(/^\d+ movements? not counted$/);
    const failed = page.getByRole('listitem').filter({ hasText: 'ground to a stop short of lockout' });
    expect(await failed.isVisible()).toBe(false);
    await summary.click();
    await failed.getByRole('button', { name: words.review.countIt }).click();
    await expect.poll(reps).toBe(before + 1);
    await page.locator('tbody tr').getByText(words.review.editedRep, { exact: true }).waitFor();
    await shoot(page, 'review-counted');
    await page.getByRole('button', { name: words.review.takeBack }).click();
    await expect.poll(reps).toBe(before);
    const audit = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
    await expect.poll(() => audit.count()).toBe(2);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('two reps are joined, and split again', async () => {
    const { page } = await station.open(`/review/${id}`);
    await page.getByRole('button', { name: 'Rep 1', exact: true }).click();
    const { edits } = await detail();
    await page.getByRole('button', { name: words.review.joinRep }).click();
    await expect.poll(async () => (await detail()).reps.length).toBe(5);
    await page.getByRole('button', { name: 'Rep 1', exact: true }).click();
    await page.getByRole('button', { name: words.review.splitRep }).click();
    await expect.poll(async () => (await detail()).reps.length).toBe(6);
    const takeBack = page.getByRole('button', { name: words.review.takeBack });
    for (const left of [1, 0]) {
      // taken back in another order, the split would have nothing to split, which is told as well
      await expect.poll(() => takeBack.count()).toBe(left + 1);
      await takeBack.last().click();
      await expect.poll(async () => (await detail()).corrections.length).toBe(left);
    }
    expect((await detail()).edits).toHaveLength(edits.length + 4);
    await page.close();
  });

  test('load, kind and note are put right where they stand', async () => {
    const { page } = station;
    const power = (await detail()).reps[0]?.rep.mean_power_w ?? 0;
    const heavy = `${(await detail()).row.load_kg} kg`;
    const answered = Promise.withResolvers<void>();
    const wait = async (route: Route): Promise<void> => {
      await answered.promise;
      await route.continue();
    };
    await page.route('**/bridge/request/sets:update', wait, { times: 1 });
    await page.keyboard.press('w');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('110');
    await page.keyboard.press('Enter');
    // gone with what was picked, however long the answer takes; the next key is the screen's again
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: words.actionNames.athlete }).waitFor();
    answered.resolve();
    await expect.poll(async () => (await detail()).row.load_kg).toBe(110);
    await page.getByRole('dialog', { name: words.actionNames.athlete }).waitFor();
    await page.keyboard.press('Escape');
    // said in words, and taken back and made again by one press each
    const { load_kg } = (await detail()).row;
    const told = (from: string, to: string) => page.getByText(`${words.review.fields.load} ${from} → ${to}`);
    await told(heavy, '110 kg').waitFor();
    await page.getByRole('button', { name: words.review.undo, exact: true }).click();
    await told('110 kg', heavy).waitFor();
    await page.getByRole('button', { name: words.review.undo, exact: true }).click();
    await told(heavy, '110 kg').waitFor();
    expect((await detail()).row.load_kg).toBe(load_kg);
    expect((await detail()).reps[0]?.rep.mean_power_w).toBeCloseTo(power * 1.1, 0);
    await page.keyboard.press('m');
    await expect.poll(async () => (await detail()).row.kind).toBe('warm-up');
    await page.getByRole('button', { name: /^Kind Warm-up/ }).waitFor();
    await page.keyboard.press('m');
    await expect.poll(async () => (await detail()).row.kind).toBe('work');
    const { started_epoch_ms } = (await detail()).row;
    await page.getByRole('button', { name: /^Date and time/ }).click();
    const date = page.getByRole('dialog').getByLabel('Date and time');
    await date.fill('2999-01-01T00:00');
    expect(await page.getByRole('button', { name: words.review.saveDate }).isDisabled()).toBe(true);
    await date.fill('2024-02-29T18:30');
    await shoot(page, 'review-date');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await detail()).row.started_epoch_ms)
      .toBe(new Date(2024, 1, 29, 18, 30).getTime());
    await page.getByRole('heading', { name: /^Set of .*2024/ }).waitFor();
    await station.ask('sets:update', { id, patch: { started_epoch_ms } });
    await page.getByRole('textbox', { name: 'Note' }).fill('Better after the cue');
    await page.getByRole('button', { name: 'Save note' }).click();
    await expect.poll(async () => (await detail()).row.note).toBe('Better after the cue');
  });

  test('what the sensor sat on is put right with the lift, and the set says so', async () => {
    const { page } = station;
    const say = async (mount: string): Promise<void> => {
      await page.keyboard.press('l');
      await page.getByLabel(words.mounts.label).selectOption({ label: mount });
      if (mount === words.mounts.names.sleeve) await shoot(page, 'review-mount');
      await page.getByRole('option', { name: 'Hip thrust, Barbell', exact: true }).click();
    };
    await say(words.mounts.names.sleeve);
    await expect.poll(async () => (await detail()).row.mount).toBe('sleeve');
    await page.getByRole('button', { name: new RegExp(words.mounts.names.sleeve) }).waitFor();
    await say(words.mounts.unsaid);
    await expect.poll(async () => (await detail()).row.mount).toBe(null);
  });

  test('analysed again from its samples it says the same', async () => {
    const { page } = station;
    const before = (await detail()).reps.map(({ rep }) => rep.mcv_mps);
    await page.getByRole('button', { name: 'Analyse again' }).click();
    await page.getByText('Analysed again', { exact: true }).waitFor();
    expect((await detail()).reps.map(({ rep }) => rep.mcv_mps)).toEqual(before);
  });

  test('the sets before and after are one key away', async () => {
    const { page } = station;
    await page.locator('h1').click();
    const go = async (key: 'b' | 'n', to: number | undefined): Promise<void> => {
      // which sets are beside this one is asked when it is shown
      const name = key === 'b' ? words.review.before : words.review.after;
      await expect.poll(() => page.getByRole('button', { name }).isEnabled()).toBe(true);
      await page.keyboard.press(key);
      await expect.poll(() => page.url()).toContain(`/review/${to}`);
    };
    await go('n', season.sets.at(-1));
    await go('b', id);
    await go('b', season.sets.at(-3));
    await go('n', id);
  });

  test('how far off the bar the sensor sat is said where a twist told it, and only there', async () => {
    const shown = async (set: number | undefined): Promise<string> => {
      const { page } = await station.open(`/review/${set}`);
      await page.locator('.uplot canvas').waitFor();
      const text = await page.locator('main').innerText();
      await page.close();
      return text;
    };
    expect(await shown(season.sets.at(-3))).toContain(words.review.lever('5 cm'));
    expect(await shown(id)).not.toMatch(/off the bar/);
  });

  test('a deleted set is gone, and back with one press', async () => {
    const { page } = station;
    await page.getByRole('button', { name: 'Delete set' }).click();
    await page.getByText(words.review.deleted).waitFor();
    const ids = async (): Promise<number[]> =>
      (await station.ask('sets:list', { limit: 50 })).map((row) => row.id);
    expect(await ids()).not.toContain(id);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: /^Set of / }).waitFor();
    expect(await ids()).toContain(id);
  });

  test('a set that is not there says so', async () => {
    const { page } = await station.open('/review/99999');
    await page.getByRole('heading', { name: words.review.missing }).waitFor();
    await page.close();
  });

  test('looks right, small and large', async () => {
    const drawn = '.uplot canvas';
    await expectGoodLooks(station, { hash: `/review/${id}`, waitFor: drawn, name: 'review' });
    // the grind with its failed attempt
    const grind = `/review/${season.sets.at(-1)}`;
    const twisted = `/review/${season.sets.at(-3)}`;
    await expectGoodLooks(station, { hash: twisted, waitFor: drawn, name: 'review-twisted' });
    await expectGoodLooks(station, { hash: grind, waitFor: drawn, name: 'review-failed' });
  });
});
