import { fromHex, toHex } from '../../src/sensors/common/bytes.ts';
import type { GattAnswer, GattPlan, GattStep } from '../../src/sensors/driver.ts';

/** A notification the peripheral sends. */
export interface Notification {
  readonly on: string;
  readonly bytes: Uint8Array;
}

export interface Peripheral {
  /** What the peripheral notifies because of this write. */
  written?(characteristic: string, bytes: Uint8Array): readonly Notification[];
  read?(characteristic: string): Uint8Array | null;
}

export interface PlanRun<R> {
  readonly result: R;
  readonly steps: readonly GattStep[];
  /** Bytes of every write and request, hexadecimal, in order. */
  readonly writes: readonly string[];
  readonly waited_ms: number;
}

/** Carries out a plan as the Bluetooth layer does, against a peripheral that answers at once or not at all. */
export function runPlan<R>(plan: GattPlan<R>, peripheral: Peripheral = {}): PlanRun<R> {
  const steps: GattStep[] = [];
  const writes: string[] = [];
  let waited_ms = 0;
  let answer: GattAnswer = null;
  for (let turn = plan.next(); ; turn = plan.next(answer)) {
    if (turn.done) return { result: turn.value, steps, writes, waited_ms };
    if (steps.length > 500) throw new Error('this plan never ends');
    const step = turn.value;
    steps.push(step);
    answer = null;
    if (step.do === 'wait') waited_ms += step.ms;
    if (step.do === 'read') answer = peripheral.read?.(step.characteristic) ?? null;
    if (step.do === 'write' || step.do === 'request') {
      writes.push(toHex(step.bytes));
      const sent = peripheral.written?.(step.characteristic, step.bytes) ?? [];
      if (step.do === 'request') {
        const reply = sent.find(({ on, bytes }) => on === step.reply_on && step.matches(bytes));
        answer = reply?.bytes ?? null;
        if (!reply) waited_ms += step.timeout_ms;
      }
    }
  }
}

export const notification = (on: string, hex: string): Notification => ({ on, bytes: fromHex(hex) });
