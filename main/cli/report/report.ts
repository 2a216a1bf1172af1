import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Handlers } from '../../../src/contract/bridge.ts';
import type { ProfileSubject } from '../../../src/contract/profile.ts';
import { requests } from '../../../src/contract/requests.ts';
import { failure, success } from '../../../src/contract/result.ts';
import { quoted } from '../../../src/words/plain-text.ts';
import { createHost } from '../../host.ts';
import { pageFolder } from '../../root.ts';
import { trainingHandlers } from '../../station/handlers/training.ts';
import type { Store } from '../../store/index.ts';
import type { Outcome, Values } from '../command.ts';
import { openToRead } from '../data.ts';
import { chooseLift } from '../options.ts';
import { printPage } from './chromium.ts';
import { findChromium } from './find-chromium.ts';

const SPANS = ['session', 'weeks'] as const;
const SIDES = ['left', 'right'] as const;

/** True once the page of renderer/screens/paper is there and its plots are drawn. */
const DRAWN = `(() => {
  const page = document.querySelector('article');
  const boxes = [...(page?.querySelectorAll('[data-plot], figure') ?? [])];
  return page?.querySelector('footer') != null && boxes.every((box) => box.querySelector('svg')) &&
    document.fonts.status === 'loaded';
})()`;

const NO_CHROMIUM =
  'A PDF is made by Chromium, and none was found: install Chromium, Chrome or Edge, or name one with --chromium PATH. ' +
  'Without one, open History at the station and print its page.';

/** The page an athlete is handed, as PDF; works beside a running station and changes nothing. */
export async function report(values: Values): Promise<Outcome> {
  const { athlete, pdf } = values;
  if (typeof athlete !== 'string') return wrong('report wants --athlete NAME.');
  if (typeof pdf !== 'string' || pdf === '') return wrong('report wants --pdf FILE, where the page is put.');
  const span = SPANS.find((each) => each === (values.of ?? 'session'));
  if (span === undefined)
    return wrong(`--of wants ${SPANS.join(' or ')}, not "${quoted(String(values.of))}".`);
  const side = SIDES.find((each) => each === values.side);
  if (values.side !== undefined && side === undefined)
    return wrong(`--side wants left or right, not "${quoted(String(values.side))}".`);
  const lift = chooseLift(values);
  if (!lift.ok) return wrong(lift.error.message);
  const named = typeof values.chromium === 'string' ? values.chromium : undefined;
  const chromium = findChromium(named, process.env.PATH ?? '');
  if (chromium === null)
    return { code: 1, message: named ? `There is no program "${quoted(named)}".` : NO_CHROMIUM };
  if (!existsSync(path.join(pageFolder(), 'index.html')))
    return { code: 1, message: 'The page is not built yet: npm run build does it.' };
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const store = opened.value;
  try {
    const known = store.athletes.list().find(({ name }) => name === athlete);
    if (known === undefined) return wrong(`There is no athlete "${quoted(athlete)}".`);
    const wanted = { ...lift.value, side: side ?? null };
    const said = ['lift', 'variation', 'side'].some((name) => values[name] !== undefined);
    const subject = said ? wanted : (lastLifted(store, known.id) ?? wanted);
    const bytes = await printed(store, chromium, `${known.id}/${addressOf(subject)}/${span}`);
    if (typeof bytes === 'string')
      return { code: 1, message: `The page could not be printed by ${chromium}: ${bytes}.` };
    writeFileSync(pdf, bytes);
    return { code: 0 };
  } finally {
    store.close();
  }
}

const wrong = (message: string): Outcome => ({ code: 2, message });

const addressOf = ({ lift, variation, side }: ProfileSubject): string =>
  `${lift}/${variation}/${side ?? 'both'}`;

/** Where nobody says which lift: the one they trained last. */
const lastLifted = (store: Store, athlete_id: number): ProfileSubject | undefined =>
  store.training({ athlete_id, lift: 'hip-thrust', variation: 'barbell', side: null })?.subjects[0];

/** The page from a host of its own that answers what this page asks and refuses everything else; a string says what went wrong. */
async function printed(store: Store, chromium: string, subject: string): Promise<Buffer | string> {
  const settings = () => store.settings.get();
  const refused = Object.fromEntries(
    Object.keys(requests).map((channel) => [channel, () => failure('report', 'Here is only a report.')]),
  ) as unknown as Handlers;
  const host = await createHost({
    handlers: {
      ...refused,
      ...trainingHandlers({ store, settings }),
      'settings:get': () => success(settings()),
    },
    subscribe: () => () => undefined,
    page_folder: pageFolder(),
  });
  if (!host.ok) return host.error.message;
  try {
    return await printPage(chromium, `${host.value.entrance()}#/paper/${subject}`, DRAWN);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await host.value.close();
  }
}
