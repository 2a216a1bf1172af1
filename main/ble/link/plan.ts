import type { GattAnswer, GattPlan, GattStep } from '../../../src/sensors/driver.ts';
import { EngineError } from '../engines/engine.ts';

/** What a plan acts on: one connection, in the helper. */
export interface Gatt {
  subscribe(characteristic: string): Promise<void>;
  read(characteristic: string): Promise<Uint8Array>;
  write(characteristic: string, bytes: Uint8Array, response: boolean): Promise<void>;
  wait(ms: number): Promise<void>;
  /** The first notification that matches, from now on; null when none came in time. */
  reply(
    characteristic: string,
    matches: (bytes: Uint8Array) => boolean,
    timeout_ms: number,
  ): Promise<GattAnswer>;
}

/**
 * Carries out a driver's plan, one step at a time. A read or write the sensor does not answer, or refuses,
 * is answered with null: the plan knows what that means for this family. Without its subscription, or
 * without its link, no plan can go on: those reject.
 */
export async function carryOut<R>(
  plan: GattPlan<R>,
  gatt: Gatt,
  onRefused: (step: GattStep, error: EngineError) => void,
): Promise<R> {
  let next = plan.next(null);
  while (!next.done) {
    let answer: GattAnswer = null;
    try {
      answer = await act(next.value, gatt);
    } catch (error) {
      if (!(error instanceof EngineError) || FATAL.has(error.code) || next.value.do === 'subscribe') {
        plan.return(undefined as R);
        throw error;
      }
      onRefused(next.value, error);
    }
    next = plan.next(answer);
  }
  return next.value;
}

const FATAL: ReadonlySet<string> = new Set(['gone', 'radio']);

async function act(step: GattStep, gatt: Gatt): Promise<GattAnswer> {
  switch (step.do) {
    case 'subscribe':
      await gatt.subscribe(step.characteristic);
      return null;
    case 'read':
      return gatt.read(step.characteristic);
    case 'wait':
      await gatt.wait(step.ms);
      return null;
    case 'write':
      await gatt.write(step.characteristic, step.bytes, step.response);
      return null;
    case 'request': {
      // listening before asking: the answer may come with the write's own acknowledgement
      const reply = gatt.reply(step.reply_on, step.matches, step.timeout_ms);
      try {
        await gatt.write(step.characteristic, step.bytes, step.response);
      } catch (error) {
        reply.catch(() => {});
        throw error;
      }
      return reply;
    }
  }
}
