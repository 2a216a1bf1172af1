export type * from './journal/types.ts';
export type * from './types.ts';
