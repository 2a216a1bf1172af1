/** Arrival jitter of 60 ms makes a slope over less than this worthless: 60 ms in 60 s is 1000 ppm before averaging. */
const LEAST_SPAN_S = 60;
const PPM = 1e6;

/** How fast a sensor's clock runs against this computer's: least squares over everything since the last reset. */
export function createDriftMeter() {
  let count = 0;
  let firstDevice_s = 0;
  let firstArrival_s = 0;
  let span_s = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;

  return {
    push(device_s: number, arrival_s: number) {
      if (count === 0) {
        firstDevice_s = device_s;
        firstArrival_s = arrival_s;
      }
      const x = arrival_s - firstArrival_s;
      const y = device_s - firstDevice_s;
      count += 1;
      span_s = x;
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
    },
    /** Positive when the sensor's clock is fast; null before it can be told. */
    value(): number | null {
      const scatter = count * sumXX - sumX * sumX;
      if (span_s < LEAST_SPAN_S || scatter <= 0) return null;
      return ((count * sumXY - sumX * sumY) / scatter - 1) * PPM;
    },
    reset() {
      count = 0;
      span_s = 0;
      sumX = 0;
      sumY = 0;
      sumXX = 0;
      sumXY = 0;
    },
  };
}
