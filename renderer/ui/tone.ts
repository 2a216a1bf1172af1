import css from './tone.module.css';
import type { Mark } from './verdict-mark.tsx';

/** The class that colours a verdict and sets its `--c`. */
export const toneClass = (mark: Mark): string => css[mark] ?? '';
