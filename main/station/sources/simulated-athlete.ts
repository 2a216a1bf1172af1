import type { Athlete } from '../../../src/contract/setup.ts';
import type { LiftId, Reference, VariationId } from '../../../src/lifts/lift.ts';
import { words } from '../../../src/words/index.ts';
import type { DemoAthlete, Store } from '../../store/types.ts';
import type { Beside } from '../beside.ts';
import type { Desk } from '../desk/desk.ts';
import type { Scenario } from './simulated.ts';

/** How well the simulated lifter's range is known: its full reps differ by about this, m. */
const RANGE_SIGMA_M = 0.005;
/** A load that goes with the simulated lifter's speed, kg. */
const LOAD_KG = 100;

export function simulatedReference(rom_m: number): Reference {
  return {
    rom_m,
    rom_sigma_m: RANGE_SIGMA_M,
    lockout_height_m: rom_m,
    lockout_height_sigma_m: RANGE_SIGMA_M,
    steadiness: null,
    origin: 'simulated',
  };
}

/** The athlete a first start begins with. */
export function demoAthlete(rom_m: number): DemoAthlete {
  return {
    name: words.store.athlete.demo,
    lift: 'hip-thrust',
    variation: 'barbell',
    reference: simulatedReference(rom_m),
  };
}

/** The simulator lifts as the simulated athlete, so that no real athlete's history fills with it. */
export function equipSimulatedAthlete(
  store: Store,
  desk: Desk,
  beside: Beside,
  doing: { readonly lift: LiftId; readonly variation: VariationId; readonly scenario: Scenario },
  rom_m: number,
): void {
  const athlete = simulatedAthlete(store, beside);
  // what it lifts is chosen for nobody else, not even where a coach has deleted it
  if (!athlete) return;
  const { lift, variation } = doing;
  if (desk.setup.athlete.id !== athlete.id) desk.chooseAthlete(athlete);
  desk.chooseLift(lift, variation, {});
  if (desk.setup.load_kg === null) desk.chooseLoad(LOAD_KG);
  const constant_tension = doing.scenario === 'constant-tension';
  if (desk.setup.targets.constant_tension !== constant_tension) desk.chooseGoal({ constant_tension });
  const { bench, side } = desk.setup;
  const key = { athlete_id: athlete.id, lift, variation, bench, side };
  const kept = store.references.get(key);
  if (kept !== null && kept.origin !== 'simulated') return;
  store.references.put(key, simulatedReference(rom_m));
  desk.refresh();
}

/** The one who is there and free; where the only one is at the other bar, a second. null: a coach deleted it. */
function simulatedAthlete(store: Store, beside: Beside): Athlete | null {
  const all = store.athletes.list().filter((each) => each.simulated);
  const free = all.find(({ id }) => !beside.hasAthlete(id));
  if (free || all.length === 0) return free ?? null;
  const name = words.store.athlete.anotherDemo;
  const made = store.athletes.create({ name, body_mass_kg: null, simulated: true });
  return made.ok ? made.value : null;
}
