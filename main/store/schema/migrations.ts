import { SCHEMA_V1 } from './v1.ts';
import { SCHEMA_V2 } from './v2.ts';
import { SCHEMA_V3 } from './v3.ts';
import { SCHEMA_V4 } from './v4.ts';
import { SCHEMA_V5 } from './v5.ts';
import { SCHEMA_V6 } from './v6.ts';
import { SCHEMA_V7 } from './v7.ts';
import { SCHEMA_V8 } from './v8.ts';
import { SCHEMA_V9 } from './v9.ts';
import { SCHEMA_V10 } from './v10.ts';
import { SCHEMA_V11 } from './v11.ts';
import { SCHEMA_V12 } from './v12.ts';
import { SCHEMA_V13 } from './v13.ts';
import { SCHEMA_V14 } from './v14.ts';
import { SCHEMA_V15 } from './v15.ts';
import { SCHEMA_V16 } from './v16.ts';
import { SCHEMA_V17 } from './v17.ts';
import { SCHEMA_V18 } from './v18.ts';
import { SCHEMA_V19 } from './v19.ts';

/** One step of the file's history. Never edit one that has been released: files made by it are out there. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Oldest first, versions rising. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: SCHEMA_V1 },
  { version: 2, sql: SCHEMA_V2 },
  { version: 3, sql: SCHEMA_V3 },
  { version: 4, sql: SCHEMA_V4 },
  { version: 5, sql: SCHEMA_V5 },
  { version: 6, sql: SCHEMA_V6 },
  { version: 7, sql: SCHEMA_V7 },
  { version: 8, sql: SCHEMA_V8 },
  { version: 9, sql: SCHEMA_V9 },
  { version: 10, sql: SCHEMA_V10 },
  { version: 11, sql: SCHEMA_V11 },
  { version: 12, sql: SCHEMA_V12 },
  { version: 13, sql: SCHEMA_V13 },
  { version: 14, sql: SCHEMA_V14 },
  { version: 15, sql: SCHEMA_V15 },
  { version: 16, sql: SCHEMA_V16 },
  { version: 17, sql: SCHEMA_V17 },
  { version: 18, sql: SCHEMA_V18 },
  { version: 19, sql: SCHEMA_V19 },
];
