import type { BarNumber } from '../../src/contract/bar.ts';

/** Wholly from one side: a lifter hears the other bar from across the room as it is. */
const PAN: Readonly<Record<BarNumber, number>> = { 1: -1, 2: 1 };

/** The way of a sound to `out`. One bar sounds from both sides: a panner in the middle would take from its loudness. */
export type WayFrom = (bar: BarNumber | undefined, audio: AudioContext, out: AudioNode) => AudioNode;

export function createSides(): WayFrom {
  const sides = new Map<BarNumber, AudioNode>();
  return (bar, audio, out) => {
    if (bar === undefined) return out;
    const known = sides.get(bar);
    if (known) return known;
    const panner = audio.createStereoPanner();
    panner.pan.value = PAN[bar];
    panner.connect(out);
    sides.set(bar, panner);
    return panner;
  };
}
