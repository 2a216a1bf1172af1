import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PATIENCE_MS } from '../patience.ts';
import { postgresPath } from '../programs.ts';

/** A PostgreSQL of the tests' own, on a socket in a folder of its own. */
export interface Postgres {
  /** Of somebody who may do everything. */
  readonly address: string;
  /** Of its files; it may write here. */
  readonly folder: string;
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** At once, without a word to anybody. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then as the user nobody, who owns nothing. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** What a power cut loses is not asked by a test, and a disk that is waited for slows every one down. */
const QUICK = ['fsync=off', 'full_page_writes=off', 'shared_buffers=64MB'];

export async function startPostgres(settings: readonly string[] = QUICK): Promise<Postgres> {
  const bin = path.dirname(postgresPath() ?? '');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lockout-pg-'));
  const data = path.join(folder, 'data');
  const secret = path.join(folder, 'secret');
  fs.writeFileSync(secret, 'owner');
  if (isRoot) for (const each of [folder, secret]) fs.chownSync(each, NOBODY, NOBODY);
  execFileSync(
    path.join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'owner',
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '-E',
      'UTF8',
      '--no-sync',
      '--locale=C.UTF-8',
    ],
    { ...as, cwd: folder, stdio: 'ignore' },
  );
  const address = `postgres://owner:owner@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let child: ChildProcess | null = null;

  const ask = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: address });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  async function start(): Promise<void> {
    const set = ['max_connections=300', ...settings].flatMap((each) => ['-c', each]);
    child = spawn(path.join(bin, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...set], {
      ...as,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await ask('SELECT 1');
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(50);
      }
    }
  }
  /** SIGQUIT ends every process of it at once, which only looks like a crash; SIGKILL leaves children that end by themselves. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
  }
  await start();
  return {
    address,
    folder,
    query: ask,
    start,
    kill: () => end('SIGQUIT'),
    async stop() {
      await end('SIGQUIT');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
