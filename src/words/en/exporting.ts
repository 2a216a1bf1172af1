/** Taking data out on the page. */
export const exporting = {
  title: 'Export',
  format: 'As',
  formats: {
    csv: 'CSV',
    xlsx: 'Workbook (Excel, LibreOffice, Numbers)',
    parquet: 'Parquet',
    everything: 'Everything (JSON), to be read back without loss',
  },
  table: 'What',
  tables: {
    reps: 'Reps',
    sets: 'Sets',
    sessions: 'Sessions',
    athletes: 'Athletes',
    imported: 'Sets of other instruments',
  },
  whose: 'Whose',
  everybody: 'Everybody',
  ofGroup: (group: string) => `Group ${group}`,
  from: 'From',
  to: 'To',
  decimalComma: 'Decimal commas and semicolons, as spreadsheets of many countries want them',
  bom: 'Byte order mark, by which Excel reads accents',
  save: 'Export',
  reps: 'Save reps as CSV',
  signal: 'Save the signal as CSV',
  soFar: (megabytes: string) => `${megabytes} MB so far`,
  cancel: 'Cancel',
  gone: 'This export was called off. Begin it again.',
  running:
    'A set is running. A workbook or Parquet file is made when it is over; CSV and JSON can be taken now.',
};
