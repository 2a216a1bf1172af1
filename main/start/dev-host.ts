// `npm run dev` without Electron: electron-vite runs this with Node in place of the Electron binary,
// and Vite hands /bridge on to it.
import { startHost } from '../host.ts';

const host = await startHost({ port: 5180, allow_origin: 'http://localhost:5179' });
console.log(host.ok ? 'Station for the development page on port 5180' : host.error.message);
