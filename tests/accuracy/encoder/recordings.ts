import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiftId } from '../../../src/lifts/lift.ts';
import { readCsv } from '../../../src/recording/csv.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { RepFigures } from './align.ts';

/** What a linear encoder on the same bar said of one rep. */
export interface EncoderRep extends RepFigures {
  readonly mcv_mps: number;
  readonly mpv_mps: number;
  readonly pcv_mps: number;
  readonly rom_m: number;
}

/** A set recorded by a watch, on the wrist or on the bar's sleeve, beside a linear encoder. */
export interface EncoderSet {
  readonly file: string;
  readonly lift: LiftId;
  readonly place: 'wrist' | 'sleeve';
  readonly reps: readonly EncoderRep[];
}

const PART = 'encoder-watch';

/** Null where there is no such folder beside the repository: the recordings have no licence and are read in place. */
export function encoderSets(folder: string): EncoderSet[] | null {
  const file = join(folder, PART, 'truth.csv');
  if (!existsSync(file)) return null;
  const sets = new Map<string, EncoderSet & { reps: EncoderRep[] }>();
  for (const line of readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [name = '', lift, place, , ...figures] = line.split(',');
    const [mcv_mps = Number.NaN, mpv_mps = Number.NaN, pcv_mps = Number.NaN, rom_m = Number.NaN] =
      figures.map(Number);
    const set = sets.get(name) ?? {
      file: name,
      lift: lift as LiftId,
      place: place as EncoderSet['place'],
      reps: [],
    };
    set.reps.push({ mcv_mps, mpv_mps, pcv_mps, rom_m });
    sets.set(name, set);
  }
  return [...sets.values()];
}

export function readEncoderRecording(folder: string, set: EncoderSet): Recording {
  const read = readCsv(readFileSync(join(folder, PART, set.file), 'utf8'));
  if (!read.ok) throw new Error(`${set.file}: ${read.error.message}`);
  return read.recording;
}
