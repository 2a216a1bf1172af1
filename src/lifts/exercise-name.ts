import type { LiftId, VariationId } from './lift.ts';

/** A lift and one of its variations. */
export interface NamedLift {
  readonly lift: LiftId;
  readonly variation: VariationId;
}

/** Words of other languages stand beside the English ones, without accents. */
const THRUST = /hip ?thrust|hip lift|huftstoß|huftheben|empuje de cadera|puente de gluteo|pont fessier/;
const BRIDGE = /glute bridge|gluteal bridge|glutebridge/;
/** Other equipment or another movement: their speeds are not those of the barbell lift. */
const OTHER_TOOL =
  /dumbbell|kettlebell|cable|machine|band|smith|kurzhantel|mancuerna|maquina|maschine|landmine|trap bar|hex bar|haltere/;
const OTHER_SQUAT =
  /split|bulgarian|goblet|hack|jump|pistol|single|one leg|belt|sissy|zercher|overhead|bulgara|salto/;

const VARIATIONS: readonly (readonly [RegExp, VariationId])[] = [
  [/single ?leg|one leg|einbeinig|unilateral|una pierna/, 'single-leg'],
  [/b ?stance/, 'b-stance'],
  [/smith|multipower|multipresse/, 'smith-machine'],
  [/dumbbell|kurzhantel|mancuerna/, 'dumbbell'],
  [/band/, 'banded'],
  [/body ?weight|korpergewicht|peso corporal/, 'bodyweight'],
];

const OTHERS: readonly (readonly [LiftId, RegExp, RegExp])[] = [
  [
    'romanian-deadlift',
    /romanian|\brdl\b|rumanisches kreuzheben|peso muerto rumano|souleve de terre roumain/,
    /single|one leg|dumbbell|kettlebell|smith|b stance/,
  ],
  [
    'deadlift',
    /deadlift|kreuzheben|peso muerto|souleve de terre|stacco da terra/,
    new RegExp(`single|one leg|stiff|deficit|rack|${OTHER_TOOL.source}`),
  ],
  [
    'squat',
    /squat|kniebeuge|sentadilla|agachamento/,
    new RegExp(`${OTHER_SQUAT.source}|${OTHER_TOOL.source}`),
  ],
  [
    'bench-press',
    /bench press|bankdrucken|press (?:de )?banca|developpe couche|panca piana|supino/,
    new RegExp(`incline|decline|close grip|schrag|inclinad|${OTHER_TOOL.source}`),
  ],
  [
    'overhead-press',
    /overhead press|military press|\bohp\b|shoulder press|strict press|schulterdrucken|press militar/,
    new RegExp(`seated|push press|${OTHER_TOOL.source}`),
  ],
  [
    'row',
    /bent ?over row|barbell row|row barbell|pendlay|langhantelrudern|remo con barra|rowing barre/,
    OTHER_TOOL,
  ],
];

/** Two spellings of one exercise: case, accents, brackets and hyphens do not matter. */
export const plainExercise = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which lift another tool's name of an exercise means; null: none of them, or nobody can tell. */
export function liftOfExercise(name: string): NamedLift | null {
  const plain = plainExercise(name);
  const thrust = THRUST.test(plain);
  if (thrust || BRIDGE.test(plain)) {
    if (/\bkas\b/.test(plain)) return { lift: 'hip-thrust', variation: 'kas-bridge' };
    const variation = VARIATIONS.find(([match]) => match.test(plain))?.[1];
    if (!thrust) return variation ? null : { lift: 'hip-thrust', variation: 'glute-bridge' };
    // a machine that is none of those has its own path
    if (variation === undefined && /machine|maquina|maschine|cable/.test(plain)) return null;
    return { lift: 'hip-thrust', variation: variation ?? 'barbell' };
  }
  const other = OTHERS.find(([, match]) => match.test(plain));
  if (other === undefined || other[2].test(plain)) return null;
  return { lift: other[0], variation: 'barbell' };
}
