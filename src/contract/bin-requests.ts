import { z } from 'zod';
import { IdField } from './fields.ts';
import { line } from './text.ts';

const InBinField = z.object({ kind: z.enum(['athlete', 'set']), id: IdField });

export const binRequests = {
  /** What was deleted and can be had back. */
  'bin:list': z.object({}),
  'bin:restore': InBinField,
  /** Now and for good; an athlete wants the name typed. */
  'bin:delete': InBinField.extend({ confirm_name: line(400) }),
} as const;
