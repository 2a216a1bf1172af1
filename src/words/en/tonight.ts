/** Tonight's group: on the station, and the dialog in which its order is changed. */
export const tonight = {
  title: 'Tonight’s group',
  group: 'Tonight',
  order: (more: number) => (more === 0 ? 'order' : `${more} more, order`),
  here: 'at the station',
  next: 'next',
  nextAthlete: (name: string) => `next: ${name}`,
  skips: 'skipped once',
  rests: (time: string) => `rests ${time}`,
  rested: 'rested',
  turn: (place: number, name: string) => `${place}. ${name}`,
  bring: (name: string) => `Bring ${name} to the station`,
  skip: 'Skip once',
  remove: 'Take out',
  hint: 'Drag a row by its dots, or press Alt with the up or down arrow. Del takes an athlete out of the group.',
  empty: 'Nobody yet: add whoever trains tonight, in the order of their turns.',
  add: 'Add athletes',
  toOrder: 'Show the order',
};

/** A list whose rows are put in another order. */
export const reorder = {
  placed: (name: string, place: number, of: number) => `${name}: ${place} of ${of}`,
  earlier: (name: string) => `${name} one place up`,
  later: (name: string) => `${name} one place down`,
};
