import type { Client } from 'pg';

/** A database that does not answer by then is down, ms; a line across a country takes a tenth of it. */
const CONNECT_WITHIN_MS = 10_000;
/** A push or a page of changes takes milliseconds; one that takes longer than this is asked again, ms. */
const ANSWER_WITHIN_MS = 30_000;

/** Loaded when there is a gym: a plain station never does. Throws what the driver throws. */
export async function connect(database: string): Promise<Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: database,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    application_name: 'lockout',
  });
  // a connection that breaks between two questions is noticed by the next one
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The connection, and the same one closed whatever happens. */
export async function withDatabase<T>(database: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(database);
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}
