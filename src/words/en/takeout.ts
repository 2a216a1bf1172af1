/** What is taken out as tables. */
export const takeout = {
  sheets: {
    sessions: 'Sessions',
    sets: 'Sets',
    reps: 'Reps',
    athletes: 'Athletes',
    imported: 'Other instruments',
  },
  cut: (rows: number) => `A sheet holds no more than ${rows} rows. The rest is in the CSV.`,
};
