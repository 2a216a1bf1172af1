import type { CalibrationState } from '../../src/contract/station.ts';
import type { SensorCalibration } from '../../src/signal/calibration.ts';
import type { Store } from '../store/types.ts';
import type { ConnectedSource } from './sources.ts';

/** What is known of each physical sensor's own errors. */
export interface SensorCalibrations {
  of(entry: ConnectedSource): SensorCalibration | null;
  state(entry: ConnectedSource): CalibrationState;
}

export function createSensorCalibrations(store: Store): SensorCalibrations {
  // read once: the database is not for the path of every sample
  const kept = new Map<string, SensorCalibration | null>();
  const of = (entry: ConnectedSource): SensorCalibration | null => {
    if (entry.source.kind !== 'sensor') return null;
    const { id } = entry.facts;
    let calibration = kept.get(id);
    if (calibration === undefined) {
      calibration = store.sensors.get(id)?.calibration ?? null;
      kept.set(id, calibration);
    }
    return calibration;
  };
  return {
    of,
    state(entry) {
      const calibration = of(entry);
      return {
        status: calibration === null ? 'none' : 'calibrated',
        residual_mg: calibration === null ? null : Math.round(calibration.residual_g * 10_000) / 10,
        rests: calibration?.rests ?? 0,
        message: null,
      };
    },
  };
}
