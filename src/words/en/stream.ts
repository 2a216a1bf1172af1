import { counted } from './locale.ts';

const PROGRAMS = { one: 'program listens', other: 'programs listen' };
const READERS = { one: 'program was', other: 'programs were' };

/** Lines for other programs: Settings. */
export const stream = {
  title: 'Other programs',
  on: 'Tell other programs of every rep and set',
  hint: 'Programs on this computer that know the address hear names and numbers as they come: lines of JSON over WebSocket, see docs/stream.md.',
  port: 'Port',
  portHint: 'On this computer only.',
  address: 'Address',
  addressHint: 'Whoever has it can listen. Keep it as you keep a password.',
  readers: (count: number) => `${counted(count, PROGRAMS)}.`,
  letGo: (count: number) => `${counted(count, READERS)} too slow to listen and had to go.`,
  portTaken: (port: number) => `Port ${port} is used by another program. Choose another one.`,
  notStarted: 'It could not be started. The log of the station says why.',
};
