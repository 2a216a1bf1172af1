import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AnalysisReport, analysisReport } from '../../src/contract/analysis.ts';
import { variationOf } from '../../src/lifts/catalogue.ts';
import { readCsv } from '../../src/recording/csv.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import type { SetContext } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { requirement } from '../require.ts';

const recordings =
  process.env.LOCKOUT_RECORDINGS ?? path.resolve(import.meta.dirname, '../../../shared/recordings');

function csvFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.csv'))
      .sort();
  } catch {
    return [];
  }
}

const files = csvFiles(recordings);
const context: SetContext = {
  lift: 'hip-thrust',
  variation: 'barbell',
  load_kg: 100,
  targets: variationOf('hip-thrust', 'barbell').targets,
  reference: null,
  calibration: null,
  set_end_s: 8,
};

requirement(
  'field recordings',
  files.length > 0,
  `put them in ${recordings} or set LOCKOUT_RECORDINGS`,
)('what analyze prints of a real recording is what the schema says', () => {
  test.each(files)('%s', (name) => {
    const read = readCsv(readFileSync(path.join(recordings, name), 'utf8'));
    // a table of truths or of an encoder beside the recordings is refused, with its place
    if (!read.ok) {
      expect(read.error.message).toMatch(/^Row \d+/);
      return;
    }
    for (const live of [false, true]) {
      const analysis = live
        ? replayLive(read.recording, context).analysis
        : analyzeSet(read.recording, context);
      const facts = {
        lockout: '0.0.0',
        lift: context.lift,
        variation: context.variation,
        live,
        explain: true,
      };
      // through JSON, because that is what a reader gets: no NaN survives as a number
      const printed: unknown = JSON.parse(JSON.stringify(analysisReport(analysis, facts)));
      expect(AnalysisReport.parse(printed)).toEqual(printed);
      expect(analysis.reps.map((rep) => rep.index)).toEqual(analysis.reps.map((_, i) => i + 1));
    }
  });
});
