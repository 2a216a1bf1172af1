import { asciiBytes, concat, viewOf } from '../common/bytes.ts';

/**
 * Movesense's GATT SensorData protocol: `[command][reference][payload]`.
 * Sources: movesense.com docs/esw/gatt_sensordata_protocol, GATTSensorDataClient.cpp, real packets with the
 * vendor's own decoding (sensein/movesense-py tests/fixtures/validation/fixture.json).
 */

/** Command to the sensor: send this resource, under this reference. */
const SUBSCRIBE = 1;
/** Command to the sensor: no more of what goes under this reference. */
const UNSUBSCRIBE = 2;
/** First byte of a notification that answers a command. */
const RESULT = 1;
/** First byte of a notification with samples, or with the first part of them. */
const DATA = 2;
/** First byte of the second part of samples that do not fit one notification. */
const DATA_PART2 = 3;
/** Bytes before a notification's payload: what it is, and its reference. */
const HEADER_BYTES = 2;
/** Bytes of the sensor's time before the arrays: an unsigned 32-bit number of milliseconds. */
const STAMP_BYTES = 4;
/** Bytes of one reading of one quantity: x, y and z as 32-bit floats. */
const VECTOR_BYTES = 12;

export function subscribeCommand(reference: number, path: string): Uint8Array {
  return concat(Uint8Array.of(SUBSCRIBE, reference), asciiBytes(path));
}

export const unsubscribeCommand = (reference: number): Uint8Array => Uint8Array.of(UNSUBSCRIBE, reference);

/**
 * What a notification says of a subscription: data means yes. A result carries an HTTP-like status;
 * the documentation has it little endian, one released firmware sends 507 (no free slot) big endian.
 */
export function subscriptionAnswer(
  notification: Uint8Array,
  reference: number,
): 'accepted' | 'refused' | null {
  if (notification[1] !== reference || notification.length < HEADER_BYTES) return null;
  if (notification[0] === DATA) return 'accepted';
  if (notification[0] !== RESULT || notification.length < 4) return null;
  const view = viewOf(notification);
  const little = view.getUint16(2, true);
  const status = little < 1_000 ? little : view.getUint16(2, false);
  return status >= 200 && status < 300 ? 'accepted' : 'refused';
}

export interface Arrays {
  /** Sensor's clock at the first sample, ms. */
  readonly timestamp_ms: number;
  /** One array per quantity (IMU6: acceleration in m/s2, then deg/s), interleaved x, y, z. */
  readonly arrays: readonly Float64Array[];
}

/** A whole payload: the arrays follow each other, they are not interleaved. null when the length does not fit. */
export function readArrays(payload: Uint8Array, quantities: number): Arrays | null {
  const bytes = payload.length - STAMP_BYTES;
  if (bytes <= 0 || bytes % (quantities * VECTOR_BYTES) !== 0) return null;
  const view = viewOf(payload);
  const numbers = bytes / quantities / 4;
  const arrays = Array.from({ length: quantities }, (_, q) =>
    Float64Array.from({ length: numbers }, (_unused, i) =>
      view.getFloat32(STAMP_BYTES + 4 * (q * numbers + i), true),
    ),
  );
  return { timestamp_ms: view.getUint32(0, true), arrays };
}

/** Length of a payload of `samples`, bytes. */
export const payloadBytes = (samples: number, quantities: number): number =>
  STAMP_BYTES + samples * quantities * VECTOR_BYTES;

export interface Assembled {
  readonly payloads: readonly Uint8Array[];
  readonly malformed: number;
}

/**
 * Joins DATA with the DATA_PART2 that follows when a packet exceeds the firmware's 161-byte message.
 * `whole` is the expected length, `fits` whether a payload could be complete. A sensor that turns out to send shorter packets without second parts
 * is believed from its second packet on.
 */
export function createAssembler() {
  let first: Uint8Array | null = null;
  let alone = 0;

  return {
    push(notification: Uint8Array, whole: number, fits: (payload: Uint8Array) => boolean): Assembled {
      const kind = notification[0];
      const payload = notification.subarray(HEADER_BYTES);
      const payloads: Uint8Array[] = [];
      let malformed = 0;
      if (kind === DATA) {
        if (first !== null) {
          if (fits(first)) {
            alone = first.length;
            payloads.push(first);
          } else malformed += 1;
          first = null;
        }
        if (payload.length >= whole || payload.length === alone) payloads.push(payload);
        else first = payload.slice();
      } else if (kind === DATA_PART2) {
        if (first === null) malformed += 1;
        else payloads.push(concat(first, payload));
        first = null;
        alone = 0;
      }
      return { payloads, malformed };
    },
  };
}
