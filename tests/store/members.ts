import { expect } from 'vitest';
import type { Change, GymRecord, Store } from '../../main/store/index.ts';
import { aStore } from './given.ts';

export const GYM = { gym: '018f0000-0000-7000-8000-000000000001', name: 'Nordhalle' };
let stations = 0;

/** A store that belongs to the gym, as a station of its own. */
export function aMember(): Store {
  const store = aStore();
  store.outbox.join({ ...GYM, station: (++stations).toString(16).padStart(8, '0') });
  return store;
}

/** What a gym that hears only of one station makes of its changes: one record for each, the last word on every register. */
export function recordsOf(changes: readonly Change[]): GymRecord[] {
  const records = new Map<
    string,
    GymRecord & { fields: Record<string, unknown>; stamps: Record<string, string> }
  >();
  for (const { kind, id, field, stamp, value } of changes) {
    const record = records.get(id) ?? { kind, id, gone: false, fields: {}, made: stamp, stamps: {} };
    if (field === '*') Object.assign(record.fields, value);
    else Object.assign(record.fields, { [field]: value });
    if (field !== '*') record.stamps[field] = stamp;
    records.set(id, field === 'gone' ? { ...record, gone: true } : record);
  }
  return [...records.values()];
}

/** Everything one station has to say, said to another. */
export function tell(from: Store, to: Store): void {
  const changes = from.outbox.next(1000);
  expect(to.outbox.hear(recordsOf(changes), 1)).not.toHaveProperty('missing');
  from.outbox.arrived(changes);
}
