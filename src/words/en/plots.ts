/** Around every plot. */
export const plots = {
  save: (title: string, kind: string) => `Save “${title}” as ${kind}`,
  week: (n: string) => `week ${n}`,
};
