import { describe, expect, test } from 'vitest';
import { EngineError } from '../../main/ble/engines/engine.ts';
import { plainUuid, sameUuid } from '../../main/ble/engines/uuid.ts';
import { carryOut, type Gatt } from '../../main/ble/link/plan.ts';
import { createQueue, pause, unlessAborted } from '../../main/ble/queue.ts';
import type { GattPlan } from '../../src/sensors/driver.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** A sensor that does what it is asked, and writes down what that was. */
function obedient(overrides: Partial<Gatt> = {}) {
  const done: string[] = [];
  const gatt: Gatt = {
    subscribe: async (characteristic) => void done.push(`subscribe ${characteristic}`),
    read: async (characteristic) => {
      done.push(`read ${characteristic}`);
      return bytes(7);
    },
    write: async (characteristic, value) => void done.push(`write ${characteristic} ${value.join('.')}`),
    wait: async (ms) => void done.push(`wait ${ms}`),
    reply: async (characteristic) => {
      done.push(`listen ${characteristic}`);
      return bytes(1, 2);
    },
    ...overrides,
  };
  return { gatt, done };
}

function* everything(): GattPlan<string> {
  yield { do: 'subscribe', characteristic: 'a' };
  yield { do: 'write', characteristic: 'b', bytes: bytes(1), response: true };
  yield { do: 'wait', ms: 5 };
  const read = yield { do: 'read', characteristic: 'c' };
  const answer = yield {
    do: 'request',
    characteristic: 'b',
    bytes: bytes(9),
    response: false,
    reply_on: 'a',
    matches: () => true,
    timeout_ms: 100,
  };
  return `${read?.join('.') ?? 'none'} ${answer?.join('.') ?? 'none'}`;
}

describe('a plan', () => {
  test('is carried out step by step; an answer is listened for before it is asked for', async () => {
    const { gatt, done } = obedient();
    expect(await carryOut(everything(), gatt, () => {})).toBe('7 1.2');
    expect(done).toEqual(['subscribe a', 'write b 1', 'wait 5', 'read c', 'listen a', 'write b 9']);
  });

  test('goes on with null where the sensor refuses or does not answer', async () => {
    const refused: string[] = [];
    const { gatt } = obedient({
      read: () => Promise.reject(new EngineError('timeout', 'no answer')),
      write: () => Promise.reject(new EngineError('refused', 'no')),
    });
    expect(await carryOut(everything(), gatt, (step) => refused.push(step.do))).toBe('none none');
    expect(refused).toEqual(['write', 'read', 'request']);
  });

  test.each([
    ['the link is gone', { read: () => Promise.reject(new EngineError('gone', 'lost')) }],
    ['nothing can be subscribed to', { subscribe: () => Promise.reject(new EngineError('timeout', 'no')) }],
  ])('ends when %s', async (_, overrides) => {
    const { gatt } = obedient(overrides);
    await expect(carryOut(everything(), gatt, () => {})).rejects.toBeInstanceOf(EngineError);
  });
});

describe('the queue', () => {
  test('runs one task after another, whatever fails', async () => {
    const queue = createQueue();
    const order: string[] = [];
    const task = (name: string, ms: number, fails = false) =>
      queue.run(async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, ms));
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([task('a', 20), task('b', 5, true), task('c', 1)]);
    expect(results.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('a pause and a wait end at once when aborted', async () => {
    const abort = new AbortController();
    const both = Promise.allSettled([
      pause(60_000, abort.signal),
      unlessAborted(new Promise(() => {}), abort.signal),
    ]);
    abort.abort(new Error('enough'));
    expect((await both).map((each) => each.status)).toEqual(['rejected', 'rejected']);
    await expect(pause(1, abort.signal)).rejects.toThrow('enough');
    await expect(unlessAborted(Promise.resolve(1), abort.signal)).rejects.toThrow('enough');
  });
});

test.each([
  ['FFE5', 'ffe5'],
  ['180f', '180f'],
  ['a12', '0a12'],
  ['0000180f-0000-1000-8000-00805f9b34fb', '180f'],
  ['0000ffe5-0000-1000-8000-00805f9a34fb', '0000ffe500001000800000805f9a34fb'],
])('the UUID %s is written %s', (given, plain) => {
  expect(plainUuid(given)).toBe(plain);
  expect(sameUuid(given, plain)).toBe(true);
});
