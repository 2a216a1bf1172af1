/** Around every plot. */
export const plots = {
  save: (title: string, kind: string) => `Save “${title}” as ${kind}`,
  asTable: 'As a table',
  week: (n: string) => `week ${n}`,
};
