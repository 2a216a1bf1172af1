import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppendFile } from '../../main/store/index.ts';
import { createAppender } from '../../main/store/journal/appender.ts';

/** A disk in memory: what is written is safe only once a sync that began after it has ended. */
function aDisk(options: { readonly sync_ms: number }) {
  const written: number[] = [];
  const disk = {
    durable: 0,
    syncs: 0,
    full: false,
    written,
    file: {
      write(bytes, position) {
        if (disk.full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        expect(position).toBeLessThanOrEqual(written.length);
        bytes.forEach((byte, i) => {
          written[position + i] = byte;
        });
      },
      async sync() {
        const reached = written.length;
        disk.syncs++;
        await new Promise((resolve) => setTimeout(resolve, options.sync_ms));
        disk.durable = reached;
      },
      isNamed: () => true,
      close() {},
    } satisfies AppendFile,
  };
  return disk;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a power cut', () => {
  test('takes at most one second of a set, whenever it comes and however the samples arrive (property)', async () => {
    const arrivals = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 0, max: 300 }), async (gaps_ms, sync_ms) => {
        const disk = aDisk({ sync_ms });
        const appender = createAppender(disk.file, () => expect.unreachable());
        const arrived_ms: number[] = [];
        for (const gap_ms of gaps_ms) {
          await vi.advanceTimersByTimeAsync(gap_ms);
          const now_ms = Date.now();
          // Were the power to go now: the oldest byte lost arrived less than a second ago.
          const oldest_lost_ms = arrived_ms[disk.durable];
          if (oldest_lost_ms !== undefined) expect(now_ms - oldest_lost_ms).toBeLessThanOrEqual(1000);
          appender.append(Buffer.of(arrived_ms.length & 255));
          arrived_ms.push(now_ms);
        }
        await vi.advanceTimersByTimeAsync(1000);
        expect(disk.durable).toBe(gaps_ms.length);
      }),
      { numRuns: 50 },
    );
  });

  test('costs few syncs: a sensor at 25 notifications a second is synced under 3 times a second', async () => {
    const disk = aDisk({ sync_ms: 5 });
    const appender = createAppender(disk.file, () => expect.unreachable());
    for (let i = 0; i < 250; i++) {
      appender.append(Buffer.of(i));
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(disk.syncs).toBeGreaterThan(10);
    expect(disk.syncs).toBeLessThan(30);
  });
});

describe('a full disk', () => {
  test('is told once, and nothing is missing when there is space again', async () => {
    const disk = aDisk({ sync_ms: 5 });
    const told: unknown[] = [];
    const appender = createAppender(disk.file, (error) => told.push(error));
    for (let i = 0; i < 30; i++) {
      disk.full = i >= 10 && i < 20;
      appender.append(Buffer.of(i));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(told).toMatchObject([{ code: 'ENOSPC' }]);
    expect(disk.written).toEqual(Array.from({ length: 30 }, (_, i) => i));
    await Promise.all([appender.flush(), vi.advanceTimersByTimeAsync(50)]);
    expect(disk.durable).toBe(30);
  });

  test('that is still full when the set ends does not throw', async () => {
    const disk = aDisk({ sync_ms: 5 });
    disk.full = true;
    const appender = createAppender(disk.file, () => {});
    appender.append(Buffer.of(1));
    appender.close();
    expect(disk.written).toEqual([]);
  });
});
