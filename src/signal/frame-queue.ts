import { copyFrame, createFrame, type Frame } from './frame.ts';

/** Frames waiting in order; grows when needed and then keeps its memory. */
export interface FrameQueue {
  readonly length: number;
  add(frame: Frame): void;
  at(index: number): Frame;
  clear(): void;
}

export function createFrameQueue(): FrameQueue {
  const frames: Frame[] = [];
  const state = { length: 0 };
  return {
    get length() {
      return state.length;
    },
    add(frame) {
      if (state.length === frames.length) frames.push(createFrame());
      copyFrame(frame, frames[state.length] as Frame);
      state.length += 1;
    },
    at: (index) => frames[index] as Frame,
    clear() {
      state.length = 0;
    },
  };
}
