import { expect, test } from 'vitest';
import { createStationTime } from '../../renderer/state/station-time.ts';

const STATION_AHEAD_MS = 3_600_000;

function setUp() {
  let page_ms = 1_000;
  const time = createStationTime(() => page_ms, 0);
  return {
    time,
    station_ms: () => page_ms + STATION_AHEAD_MS,
    pass: (ms: number) => {
      page_ms += ms;
    },
  };
}

test('a page that was opened after somebody set the wall clock takes its time from the station', () => {
  const { time, station_ms, pass } = setUp();
  time.observe(station_ms() - 2);
  pass(400);
  expect(station_ms() - time.now_ms()).toBe(2);
});

test('a message that the page was too busy to take at once moves nothing', () => {
  const { time, station_ms, pass } = setUp();
  time.observe(station_ms() - 1);
  pass(500);
  time.observe(station_ms() - 300);
  expect(station_ms() - time.now_ms()).toBe(1);
});

test('before the first message the page goes by when it was opened', () => {
  const time = createStationTime(() => 250, 10_000);
  expect(time.now_ms()).toBe(10_250);
});
