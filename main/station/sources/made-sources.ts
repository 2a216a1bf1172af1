import type { Argument } from '../../../src/contract/requests.ts';
import { type Result, success } from '../../../src/contract/result.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { Beside } from '../beside.ts';
import type { StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { PacedSource } from './pace.ts';
import type { ReadHanded } from './read-handed.ts';
import { createReplay } from './replay.ts';
import { recordingToReplay } from './replayed-recording.ts';
import { createDemonstration, createSimulated, DEFAULT_SEED } from './simulated.ts';
import { equipSimulatedAthlete } from './simulated-athlete.ts';
import type { ConnectedSource, Sources } from './sources.ts';

/** Sources without a sensor: the simulator and recordings. A new one takes the place of the one before. */
export interface MadeSources {
  simulate(wish: Argument<'pair:simulate'>): Promise<Result<{ id: string }>>;
  /** One simulated set with every verdict. Nothing of it is stored, and whoever was at the station is there again afterwards. */
  demonstrate(): Promise<Result<{ id: string }>>;
  replay(wish: Argument<'pair:replay'>): Promise<Result<{ id: string }>>;
  /** Another than the simulator feeds the station: whoever was at it before the simulated athlete is there again. */
  makeWay(next: ConnectedSource | null): void;
}

interface Deps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly sources: Sources;
  readonly desk: Desk;
  readonly beside: Beside;
  readonly readHanded: ReadHanded;
}

/** Reps of a simulated set when nobody asks for a number; chosen here, a usual set of the hip thrust. */
const DEFAULT_REPS = 8;

export function createMadeSources({ clock, store, sources, desk, beside, readHanded }: Deps): MadeSources {
  let made = 0;
  /** Whose place the simulated athlete has taken. */
  let away: Athlete | null = null;
  const comeBack = (): void => {
    const back = away && store.athletes.get(away.id);
    away = null;
    if (back && desk.setup.athlete.simulated && !beside.hasAthlete(back.id)) desk.chooseAthlete(back);
  };
  /** Before the simulated athlete takes the place. */
  const goAside = (): void => {
    const { athlete } = desk.setup;
    if (!athlete.simulated) away = athlete;
  };
  const removeMade = async (): Promise<void> => {
    const old = sources.all().filter((entry) => entry.source.kind !== 'sensor');
    await Promise.all(old.map((entry) => sources.remove(entry.facts.id)));
  };

  const addSimulated = (source: PacedSource, stores: boolean): Result<{ id: string }> => {
    const id = `simulated-${++made}`;
    const title = words.says.source.simulated;
    const { speed } = source;
    const facts = {
      id,
      family: 'simulated',
      family_title: title,
      speed,
      simulated: true,
      stores,
      link: null,
    };
    sources.add(facts, source, true);
    return success({ id });
  };

  return {
    async simulate(wish) {
      await removeMade();
      const lift = wish.lift ?? desk.setup.lift;
      const scenario = wish.scenario ?? 'good';
      const variation = lift === desk.setup.lift ? desk.setup.variation : liftOf(lift).variations[0].id;
      const name =
        scenario === 'good' ? words.says.source.simulated : words.says.source.simulatedName(scenario);
      const { source, reference_rom_m } = createSimulated(clock, name, {
        lift,
        variation,
        reps: wish.reps ?? DEFAULT_REPS,
        seed: wish.seed ?? DEFAULT_SEED,
        scenario,
        speed: wish.speed ?? 1,
      });
      goAside();
      equipSimulatedAthlete(store, desk, beside, { lift, variation, scenario }, reference_rom_m);
      return addSimulated(source, true);
    },
    async demonstrate() {
      await removeMade();
      const { source, reference_rom_m } = createDemonstration(
        clock,
        words.says.source.demonstration,
        comeBack,
      );
      goAside();
      const shown = { lift: 'hip-thrust', variation: 'barbell', scenario: 'good' } as const;
      equipSimulatedAthlete(store, desk, beside, shown, reference_rom_m);
      return addSimulated(source, false);
    },
    makeWay(next) {
      if (next?.source.kind !== 'simulated') comeBack();
    },
    async replay(wish) {
      const found = await recordingToReplay(store, readHanded, wish, clock.now_epoch_ms());
      if (!found.ok) return found;
      const { recording, name, simulated, athlete, recorded_epoch_ms, stored_set_id } = found.value;
      await removeMade();
      // a set that runs on a sensor meanwhile ends as its own lifter's, when the recording takes the sensor's place
      if (athlete !== null) desk.chooseAthlete(athlete);
      const source = createReplay(clock, recording, name, wish.speed);
      const id = `replay-${++made}`;
      const facts = {
        id,
        family: recording.sensor.family,
        family_title: words.says.source.replay,
        speed: wish.speed,
        simulated,
        recorded_epoch_ms,
        stores: stored_set_id === null,
        link: null,
      };
      sources.add(facts, source, true);
      return success({ id });
    },
  };
}
