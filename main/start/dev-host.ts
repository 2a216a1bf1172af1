// `npm run dev` without Electron: electron-vite runs this with Node in place of the Electron binary,
// and Vite hands /bridge and /enter on to it.
import { startHost } from '../host.ts';

const host = await startHost({
  port: 5180,
  allow_origin: 'http://localhost:5179',
  announce: (entrance) => console.log(`A browser came in. For another one: ${entrance}`),
});
console.log(host.ok ? `The development page, for one browser: ${host.value.entrance()}` : host.error.message);
