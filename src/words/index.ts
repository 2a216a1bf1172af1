import { english, type Words } from './en.ts';

/**
 * The language of the station and of its page, chosen here and nowhere else. A translation is one file
 * (`export const deutsch: Words = { ... }`: what it lacks the compiler names) and this one line.
 */
export const words: Words = english;
