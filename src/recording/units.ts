/** Standard gravity, m/s2: turns a sensor's g into SI. Local gravity is never needed: |a| at rest is measured. */
export const G_MPS2 = 9.80665;

export const RAD_PER_DEG = Math.PI / 180;
export const DEG_PER_RAD = 180 / Math.PI;
