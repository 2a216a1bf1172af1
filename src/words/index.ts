import { english, type Words } from './en/index.ts';

/**
 * The language of the station and of its page, chosen here and nowhere else. A translation is one folder
 * (`export const deutsch: Words = { ... }` in its index: what it lacks the compiler names) and this one line.
 */
export const words: Words = english;
