import { z } from 'zod';
import { plainLine, plainLines } from '../words/plain-text.ts';

/** A line of text a person wrote, made plain; at most so many characters. */
export const line = (most: number) => z.string().transform(plainLine).pipe(z.string().max(most));

/** A name: a line that says something. */
export const nameOf = (most: number) => z.string().transform(plainLine).pipe(z.string().min(1).max(most));

/** A note of several lines. */
export const lines = (most: number) => z.string().transform(plainLines).pipe(z.string().max(most));
