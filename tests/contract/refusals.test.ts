import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FIELDS_BYTES } from '../../main/host/bodies.ts';
import { dispatch, type Handlers } from '../../src/contract/bridge.ts';
import { CARRY_FILES, requests } from '../../src/contract/requests.ts';
import type { Result } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';

const taken: unknown[] = [];
const handlers = new Proxy({} as Handlers, {
  get: () => (argument: unknown) => {
    taken.push(argument);
    return { ok: true, value: null };
  },
});
const ask = (channel: string, argument: unknown) => dispatch(handlers, channel, argument);
async function refusal(channel: string, argument: unknown): Promise<string> {
  const reply: Result<unknown> = await ask(channel, argument);
  if (reply.ok) throw new Error(`${channel} took ${JSON.stringify(argument)}`);
  return reply.error.message;
}

describe('what is refused is told in words', () => {
  test.each([
    ['station:load', { load_kg: 1e308 }, 'The load can be at most 1000.'],
    ['station:load', { load_kg: -1 }, 'The load has to be at least 0.'],
    ['station:load', { load_kg: 'heavy' }, 'The load has to be a number.'],
    ['station:goal', { reps: 2.5 }, 'The number of reps has to be a whole number.'],
    ['athletes:create', { name: '', body_mass_kg: null }, 'The name must not be empty.'],
    [
      'athletes:create',
      { name: 'x'.repeat(3000), body_mass_kg: null },
      'The name can have at most 60 characters.',
    ],
    ['athletes:create', { name: 7, body_mass_kg: null }, 'The name has to be a text.'],
    ['station:lift', { lift: 'curl', variation: 'barbell' }, 'The lift is none of those offered.'],
    ['settings:update', { plates_kg: [0] }, 'Each plate has to be above 0.'],
    ['pair:connect', {}, 'What was sent has to be a text.'],
    ['station:load', null, 'What was sent is not valid.'],
    ['station:explode', {}, words.refusals.unknownRequest],
  ])('%s %j: %s', async (channel, argument, message) => {
    expect(await refusal(channel, argument)).toBe(message);
  });

  test('never in the words of a program, and without repeating what was sent (property)', async () => {
    const channel = fc.constantFrom(...Object.keys(requests));
    const marked = fc.constantFrom(1e300, '\u001b[31mXYZZY', ['XYZZY'], { XYZZY: 1 }, -1.5, true);
    const argument = fc.dictionary(
      fc.constantFrom('id', 'name', 'load_kg', 'reps', 'lift', 'patch', 'limit', 'files', 'XYZZY'),
      marked,
    );
    await fc.assert(
      fc.asyncProperty(channel, argument, async (channel, argument) => {
        const reply = await ask(channel, argument);
        if (reply.ok) return;
        expect(reply.error.message).toMatch(/^[A-Z][^\p{Cc}]{5,120}\.$/u);
        expect(reply.error.message).not.toMatch(
          /XYZZY|expected|received|Invalid|Too (big|small)|undefined|e\+/,
        );
      }),
    );
  });
});

describe('texts are taken as they are read', () => {
  const as = async (channel: string, argument: unknown): Promise<unknown> => {
    taken.length = 0;
    expect(await ask(channel, argument)).toMatchObject({ ok: true });
    return taken[0];
  };
  const odd = 'An\u200ba\u202e\n Ruiz\u0007\ud83d';

  test.each([
    ['athletes:create', { name: odd, body_mass_kg: null }, { name: 'Ana Ruiz' }],
    ['athletes:update', { id: 1, name: odd, body_mass_kg: null }, { name: 'Ana Ruiz' }],
    ['bin:delete', { kind: 'athlete', id: 1, confirm_name: odd }, { confirm_name: 'Ana Ruiz' }],
    ['pair:rename', { id: 'x', name: odd }, { name: 'Ana Ruiz' }],
    ['station:lift', { lift: 'squat', variation: 'barbell', bench: odd }, { bench: 'Ana Ruiz' }],
    ['sets:update', { id: 1, patch: { note: 'belt\r\non\u0007' } }, { patch: { note: 'belt\non' } }],
  ])('%s', async (channel, argument, plain) => {
    expect(await as(channel, argument)).toMatchObject(plain);
  });

  test('a name that nobody would see is none', async () => {
    expect(await refusal('athletes:create', { name: '\u200b\u2060 \u3164', body_mass_kg: null })).toBe(
      'The name must not be empty.',
    );
  });
});

test('requests with a field larger than other bodies may be are those that carry files', () => {
  const large = Object.entries(requests).filter(([, schema]) =>
    Array.from(JSON.stringify(z.toJSONSchema(schema)).matchAll(/"maxLength":(\d+)/g)).some(
      ([, most]) => Number(most) > FIELDS_BYTES,
    ),
  );
  expect(large.map(([channel]) => channel).sort()).toEqual([...CARRY_FILES].sort());
});
