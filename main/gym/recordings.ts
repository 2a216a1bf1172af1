import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Outbox, PackedRecording } from '../store/index.ts';

/** One part, bytes: between two of them a set goes through, and what breaks with the line is told again from there. */
const PART = 64 * 1024;
/** What recordings may take of a line, bytes a second; chosen here: the upward way of an old line (1 Mbit/s) never fills. */
export const LINE_BYTES_PER_S = 96 * 1024;
/** Asked for and not come: the last few a coach looked at, sets. */
const WANTED = 8;

/** Recordings on their way to and from the gym, one part a step, so that they hold up nothing. */
export interface RecordingLine {
  /** Tells or hears the next part that is due. How long until there may be another, ms; null: nothing waits. */
  step(client: Client): Promise<{ readonly again_ms: number | null; readonly came: boolean }>;
  /** A coach opens a set whose samples are not here. */
  want(id: string): void;
}

interface Going {
  readonly set_id: number;
  readonly id: string;
  readonly packed: PackedRecording;
  next: number;
}

const sum = (data: Buffer): Buffer => createHash('sha256').update(data).digest();

/** `now` is any clock in ms that does not go back. */
export function createRecordingLine(outbox: Outbox, now: () => number): RecordingLine {
  const wanted = new Set<string>();
  let going: Going | null = null;
  let free_at = 0;
  const gym = (): string | undefined => outbox.member()?.gym;

  /** The next set whose samples the gym has not, and how many parts of it are there since the last time. */
  async function begin(client: Client): Promise<Going | null> {
    for (;;) {
      const next = outbox.recordings.next();
      if (next === null) return null;
      const { rows } = await client.query<{ whole: boolean; known: boolean; parts: number }>(
        `SELECT EXISTS (SELECT 1 FROM lockout.recordings WHERE gym = $1 AND set = $2) AS whole,
           EXISTS (SELECT 1 FROM lockout.sets WHERE gym = $1 AND id = $2 AND NOT gone) AS known,
           (SELECT count(*)::int FROM lockout.recording_parts WHERE gym = $1 AND set = $2) AS parts`,
        [gym(), next.id],
      );
      const there = rows[0];
      if (there?.known && !there.whole) return { ...next, next: there.parts };
      outbox.recordings.done(next, there?.whole ? 'whole' : 'gone');
    }
  }

  async function tell(client: Client): Promise<number | null> {
    going ??= await begin(client);
    if (going === null) return null;
    const { id, packed } = going;
    const data = packed.data.subarray(going.next * PART, (going.next + 1) * PART);
    if (data.length > 0) {
      await client.query('SELECT lockout.take_part($1, $2, $3)', [id, going.next, data]);
      going.next++;
      return data.length;
    }
    const { rows } = await client.query<{ whole: boolean }>(
      'SELECT lockout.close_recording($1, $2, $3, $4, $5) AS whole',
      [id, packed.format, packed.compression, packed.samples, sum(packed.data)],
    );
    if (rows[0]?.whole) outbox.recordings.done(going, 'whole');
    going = null;
    return 0;
  }

  /** True: the samples of a set that was asked for are here. */
  async function hear(client: Client, id: string): Promise<boolean> {
    const { rows } = await client.query<Omit<PackedRecording, 'data'> & { parts: number; sha256: Buffer }>(
      'SELECT format, compression, samples, parts, sha256 FROM lockout.recordings WHERE gym = $1 AND set = $2',
      [gym(), id],
    );
    const [row] = rows;
    if (row === undefined) return false;
    const { parts, sha256, ...facts } = row;
    const data: Buffer[] = [];
    for (let place = 0; place < parts; place++) {
      const { rows: part } = await client.query<{ data: Buffer }>(
        'SELECT data FROM lockout.recording_parts WHERE gym = $1 AND set = $2 AND place = $3',
        [gym(), id, place],
      );
      data.push(part[0]?.data ?? Buffer.alloc(0));
    }
    wanted.delete(id);
    const whole = Buffer.concat(data);
    if (!sum(whole).equals(sha256)) return false;
    outbox.recordings.keep(id, { ...facts, data: whole });
    return true;
  }

  return {
    async step(client) {
      let came = false;
      for (const id of wanted) came = (await hear(client, id)) || came;
      const wait_ms = free_at - now();
      if (wait_ms > 0) return { again_ms: wait_ms, came };
      const bytes = await tell(client);
      free_at = now() + (1000 * (bytes ?? 0)) / LINE_BYTES_PER_S;
      return { again_ms: bytes === null ? null : Math.max(0, free_at - now()), came };
    },
    want(id) {
      wanted.add(id);
      const [oldest] = wanted;
      if (wanted.size > WANTED && oldest !== undefined) wanted.delete(oldest);
    },
  };
}
