/**
 * Grounds of the initials of athletes who have no photo: told apart by hue and lightness, none near a verdict's colour, and
 * --text on each reads at 7:1 or more. Chosen here, eight, because that is a group that trains together.
 */
export const ATHLETE_COLOURS = [
  '#24486a',
  '#6a2b45',
  '#1f5138',
  '#4d3a7d',
  '#6b3a1c',
  '#0d4f57',
  '#4f4a16',
  '#3d464f',
] as const;

/** The same for one athlete on every screen; athletes who were added one after the other never share one. It says nothing by itself. */
export const athleteColour = (id: number): string =>
  ATHLETE_COLOURS[id % ATHLETE_COLOURS.length] ?? ATHLETE_COLOURS[0];
