import { performance } from 'node:perf_hooks';
import { concat } from '../../src/sensors/common/bytes.ts';
import { driverByFamily } from '../../src/sensors/index.ts';
import { encodeSamplePacket } from '../../src/sensors/open-profile/encode.ts';
import { SAMPLES } from '../../src/sensors/open-profile/layout.ts';
import { PMD_DATA } from '../../src/sensors/polar/setup.ts';
import { encodeWitMotionFrame } from '../../src/sensors/witmotion/frames.ts';
import { compressed, frame } from '../sensors/polar-encode.ts';

/**
 * How fast each family's notifications become samples. Streams of one minute as the sensor would send them,
 * decoded by fresh sessions until `MEASURE_MS` have passed.
 */
const STREAM_S = 60;
const MEASURE_MS = 300;

interface Stream {
  readonly family: string;
  readonly rate_hz: number;
  readonly on: string;
  readonly packets: readonly Uint8Array[];
}

const shake = (t: number, axis: number): number => Math.sin(7 * t + axis);

function inPackets(
  rate_hz: number,
  size: number,
  packet: (first: number) => readonly Uint8Array[],
): Uint8Array[] {
  const packets: Uint8Array[] = [];
  for (let first = 0; first < STREAM_S * rate_hz; first += size) packets.push(...packet(first));
  return packets;
}

function witmotion(): Stream {
  const rate_hz = 200;
  const one = (n: number): Uint8Array => {
    const t = n / rate_hz;
    return encodeWitMotionFrame([shake(t, 0), shake(t, 1), 1], [90 * shake(t, 2), 0, 0]);
  };
  const packets = inPackets(rate_hz, 8, (first) => [
    concat(...Array.from({ length: 8 }, (_, i) => one(first + i))),
  ]);
  return { family: 'witmotion', rate_hz, on: '0000ffe400001000800000805f9a34fb', packets };
}

function movesense(): Stream {
  const rate_hz = 208;
  const size = 16;
  const packets = inPackets(rate_hz, size, (first) => {
    const bytes = new Uint8Array(2 + 4 + 24 * size);
    const view = new DataView(bytes.buffer);
    bytes.set([2, 0x63]);
    view.setUint32(2, Math.round((1000 * first) / rate_hz), true);
    for (let i = 0; i < 6 * size; i++) view.setFloat32(6 + 4 * i, 9 * shake(first / rate_hz, i), true);
    return [bytes.slice(0, 161), concat(Uint8Array.of(3, 0x63), bytes.slice(161))];
  });
  return { family: 'movesense', rate_hz, on: '3480000271854d5db431630e7050e8f0', packets };
}

function openProfile(): Stream {
  const rate_hz = 200;
  const packets = inPackets(rate_hz, 10, (first) => [
    encodeSamplePacket({
      first_sample: first,
      t_us: first * 5_000,
      period_us: 5_000,
      accel_range_g: 16,
      gyro_range_dps: 2_000,
      overflow: false,
      accel_g: Float64Array.from({ length: 30 }, (_, i) => shake(first / rate_hz, i)),
      gyro_dps: Float64Array.from({ length: 30 }, (_, i) => 90 * shake(first / rate_hz, i)),
    }),
  ]);
  return { family: 'open-profile', rate_hz, on: SAMPLES, packets };
}

function polar(): Stream {
  const rate_hz = 208;
  const size = 60;
  const packets = inPackets(rate_hz, size, (first) => {
    const last_ns = BigInt(Math.round(((first + size - 1) / rate_hz) * 1e9) + 1_000_000_000);
    const samples = Array.from({ length: size }, (_, i) =>
      [0, 1, 2].map((axis) => Math.round(1_000 * shake((first + i) / rate_hz, axis))),
    );
    return [2, 5].map((type) => frame(type, last_ns, type === 2 ? 0x81 : 0x80, compressed(samples, 10, 48)));
  });
  return { family: 'polar-verity-sense', rate_hz, on: PMD_DATA, packets };
}

function metamotion(): Stream {
  const rate_hz = 100;
  const packets = inPackets(rate_hz, 3, (first) =>
    [
      [0x03, 0x1c],
      [0x13, 0x07],
    ].map((head) => {
      const bytes = new Uint8Array(20);
      bytes.set(head);
      for (let i = 0; i < 9; i++) bytes[2 + 2 * i] = (first + i) & 0xff;
      return bytes;
    }),
  );
  return { family: 'metamotion', rate_hz, on: '326a900685cb9195d9dd464cfbbae75a', packets };
}

function dot(): Stream {
  const rate_hz = 60;
  const packets = inPackets(rate_hz, 1, (first) => {
    const bytes = new Uint8Array(32);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, Math.round((first / rate_hz) * 1e6), true);
    view.setFloat32(4, 1, true);
    for (let i = 0; i < 3; i++) view.setFloat32(20 + 4 * i, shake(first / rate_hz, i) / 6, true);
    return [bytes];
  });
  return { family: 'movella-dot', rate_hz, on: '15172003494711e98646d663bd873d93', packets };
}

/** Decodes the whole stream once; samples that came out. */
function decodeOnce({ family, rate_hz, on, packets }: Stream): number {
  const session = driverByFamily(family)?.open({ rate_hz });
  if (!session) throw new Error(`no driver for ${family}`);
  let samples = 0;
  packets.forEach((bytes, i) => {
    samples += session.decode(on, bytes, (i * STREAM_S) / packets.length).batch?.count ?? 0;
  });
  return samples;
}

export default async function bench(): Promise<{ title: string; rows: Record<string, string | number>[] }> {
  const rows = [witmotion(), movesense(), openProfile(), polar(), metamotion(), dot()].map((stream) => {
    const expected = STREAM_S * stream.rate_hz;
    const first = decodeOnce(stream);
    // Half a second may still wait for its partner stream; less means that the decoder refused the benchmark's bytes.
    if (first < expected - stream.rate_hz / 2)
      throw new Error(`${stream.family}: ${first} of ${expected} samples`);
    const began = performance.now();
    let samples = 0;
    let notifications = 0;
    while (performance.now() - began < MEASURE_MS) {
      samples += decodeOnce(stream);
      notifications += stream.packets.length;
    }
    const seconds = (performance.now() - began) / 1000;
    return {
      family: stream.family,
      'samples/s': Math.round(samples / seconds),
      'us per notification': Number(((seconds / notifications) * 1e6).toFixed(2)),
      'times real time': Math.round(samples / seconds / stream.rate_hz),
    };
  });
  return { title: 'Decoding: notifications to samples', rows };
}
