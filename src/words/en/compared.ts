/** A finished set beside what came before it at the same load. */
export const compared = {
  now: 'this set',
  since: (day: string) => `since ${day}`,
  best: 'best before',
  first: 'First time at this load',
  personalBest: 'personal best',
  names: { best_mcv_mps: 'Fastest rep', hold_s: 'Mean hold', rom_m: 'Mean range', power_w: 'Mean power' },
  powerAndPeak: (peak: string) => `Mean power, peak ${peak} W`,
  moreReps: (change: string) => `${change} since last time`,
  mostReps: (most: string) => `most before ${most}`,
};
