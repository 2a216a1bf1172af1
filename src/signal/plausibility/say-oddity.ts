import { words } from '../../words/index.ts';
import type { Oddity } from './oddity.ts';

/** One sentence for a coach: what is wrong with the signal, and the way out. */
export function sayOddity(oddity: Oddity): string {
  const say = words.plausibility;
  switch (oddity.kind) {
    case 'accel-unit': {
      const { at_rest_g, unit } = oddity;
      if (unit === null) return say.accelUnit.none(at_rest_g);
      return unit.name === 'counts'
        ? say.accelUnit.counts(at_rest_g, unit.per_g)
        : say.accelUnit[unit.name](at_rest_g);
    }
    case 'gravity-removed':
      return say.gravityRemoved(oddity.at_rest_g);
    case 'time': {
      const { step_s, factor } = oddity;
      if (factor !== null && factor > 1) return say.time.tooLarge(step_s, factor);
      if (factor !== null) return say.time.tooSmall(step_s, Math.round(1 / factor));
      return step_s > 0.1 ? say.time.slow(step_s) : say.time.fast;
    }
    case 'gyro-turned': {
      const { kind, unit } = oddity.reading;
      const turned = kind === 'right' ? '' : say.gyro[kind];
      return [turned, unit === 'same' ? '' : say.gyro[unit]].filter(Boolean).join(' ');
    }
    case 'gyro-dead':
      return say.gyro.dead;
    case 'gyro-scale':
      return oddity.times === null ? say.gyro.disagrees : say.gyro.scale(oddity.times);
    case 'gyro-unsure':
      return say.gyro.unsure;
    case 'accel-scale':
      return say.accelScale(oddity.at_rest_g);
  }
}
