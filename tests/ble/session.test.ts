import { expect, test } from 'vitest';
import { createSensorSession } from '../../main/ble/link/session.ts';
import { movellaDot } from '../../src/sensors/dot/dot.ts';
import { words } from '../../src/words/index.ts';

test('a sensor that will send nothing says why, before anything else it has to say', async () => {
  const session = createSensorSession({
    id: 'dot',
    driver: movellaDot,
    // everything is accepted and nothing ever comes: a DOT that records to its own memory
    ask: (async (request: { do: string }) =>
      request.do === 'discover'
        ? [{ uuid: '15172003494711e98646d663bd873d93' }, { uuid: '15172001494711e98646d663bd873d93' }]
        : new Uint8Array()) as never,
    signal: new AbortController().signal,
    log: () => {},
  });
  await session.discover();
  const { warnings } = await session.configure(60);
  expect(warnings[0]).toBe(words.drivers.dot.silent);
});
