/**
 * How long a test waits for what comes in the end, ms. Chosen here: many times what the slowest wait takes on a
 * computer whose two cores have ten times their work, so that only what never comes is too late. How fast
 * something has to be is asserted apart, by order, by counts or by the sensor's own clock.
 */
export const PATIENCE_MS = 120_000;

/** A test waits a few times. */
export const TEST_MS = 5 * PATIENCE_MS;
