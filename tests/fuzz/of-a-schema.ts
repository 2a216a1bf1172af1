import type { Random } from '../../src/recording/synthetic/random.ts';
import { oddText } from './mangle.ts';

/** What of JSON Schema the contract uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const WORDS = ['Eva', 'Demo athlete', 'bar.csv', 'simulated-1', 'hips', 'Hip Thrust'] as const;
/** How often an optional property is there. */
const THERE = 0.6;

/** A value that a schema takes, often at its ends. */
export function somethingFor(schema: JsonSchema, random: Random): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[random.integer(0, schema.enum.length - 1)];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return somethingFor(choices[random.integer(0, choices.length - 1)] ?? {}, random);
  switch (schema.type) {
    case 'object':
      return anObject(schema, random);
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map((item) => somethingFor(item, random))
        : Array.from({ length: random.integer(schema.minItems ?? 0, 3) }, () =>
            somethingFor(schema.items ?? {}, random),
          );
    case 'string':
      return random.chance(0.6) ? random.pick(WORDS) : oddText(random, 30);
    case 'integer':
    case 'number':
      return aNumber(schema, random);
    case 'boolean':
      return random.chance(0.5);
    default:
      return null;
  }
}

function anObject(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  random: Random,
): unknown {
  const entries = Object.entries(properties)
    .filter(([key]) => required.includes(key) || random.chance(THERE))
    .map(([key, schema]) => [key, somethingFor(schema, random)]);
  if (typeof additionalProperties === 'object' && random.chance(0.5))
    entries.push([random.pick(WORDS), somethingFor(additionalProperties, random)]);
  return Object.fromEntries(entries);
}

function aNumber({ type, minimum, maximum }: JsonSchema, random: Random): number {
  if (minimum !== undefined && random.chance(0.1)) return minimum;
  if (maximum !== undefined && random.chance(0.1)) return maximum;
  // small ones are ids and places of what is there
  if (random.chance(0.6)) return random.integer(Math.max(1, minimum ?? 1), Math.min(5, maximum ?? 5));
  const value = random.uniform(minimum ?? -1e6, maximum ?? 1e15);
  return type === 'integer' ? Math.round(value) : value;
}
