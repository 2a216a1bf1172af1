import { z } from 'zod';
import { USUAL_RACK } from '../lifts/rack.ts';
import { BarNumberField } from './bar.ts';
import { NAMES_ON_BOARD } from './board.ts';
import { SOUNDS, type SoundName } from './cue.ts';

const SOUND_NAMES = Object.keys(SOUNDS) as SoundName[];

export const Settings = z.object({
  units: z.enum(['kg', 'lb']),
  bar_kg: z.number().min(0).max(100),
  plates_kg: z.array(z.number().positive().max(100)).max(20),
  /** Stillness that ends a set, s. */
  set_end_s: z.number().min(3).max(60),
  /** The stop at the velocity-loss limit waits for a second rep in a row beyond it. */
  loss_grace: z.boolean(),
  volume: z.number().min(0).max(1),
  /** Loudspeaker delay to make up for, ms: cues are played this much earlier where they can be. */
  speaker_delay_ms: z.number().min(0).max(1000),
  sounds: z.record(z.enum(SOUND_NAMES), z.boolean()),
  speak: z.object({
    rep_number: z.boolean(),
    velocity: z.boolean(),
    verdict: z.boolean(),
    to_go: z.boolean(),
  }),
  kiosk: z.boolean(),
  /** How many bars are lifted at this station at once. */
  bars: BarNumberField,
  /** The sensor that was last on the second bar, to be found there again; null: none. */
  second_sensor: z.string().max(200).nullable(),
  /** The wall: what leaders are told by, and how much of a name is shown. */
  board: z.object({ leaders: z.enum(['speed', 'clean', 'holds']), names: z.enum(NAMES_ON_BOARD) }),
  /** Lines for other programs of this computer; port 0: any free one. */
  stream: z.object({ on: z.boolean(), port: z.number().int().min(0).max(65_535) }),
});
export type Settings = z.infer<typeof Settings>;
/** What the voice can say of a rep, and of those to come. */
export type SpokenPart = keyof Settings['speak'];

export const DEFAULT_SETTINGS: Settings = {
  units: 'kg',
  bar_kg: USUAL_RACK.kg.bar_kg,
  plates_kg: [...USUAL_RACK.kg.plates_kg],
  set_end_s: 8,
  loss_grace: false,
  volume: 0.8,
  speaker_delay_ms: 0,
  sounds: Object.fromEntries(SOUND_NAMES.map((name) => [name, SOUNDS[name].on])) as Settings['sounds'],
  speak: { rep_number: false, velocity: false, verdict: false, to_go: false },
  kiosk: false,
  bars: 1,
  second_sensor: null,
  board: { leaders: 'clean', names: 'short' },
  stream: { on: false, port: 8447 },
};
