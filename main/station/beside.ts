/** What the other bar of a station has already, and this one cannot have as well. */
export interface Beside {
  hasAthlete(athlete_id: number): boolean;
  hasSensor(id: string): boolean;
}
