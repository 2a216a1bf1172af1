import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bringNotice } from './main/package/licences.ts';
import { BUNDLED } from './main/package/ready.ts';

const here = import.meta.dirname;

// One file describes the three bundles. electron-vite looks for electron.vite.config.* by
// default, so every script passes `-c electron.config.ts`.
export default defineConfig({
  main: {
    // its build for Node declares a `require` of its own, beside the one that electron-vite puts into a bundle
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      // What is compiled (better-sqlite3, noble) loads from node_modules; what is plain JavaScript comes along, and only the
      // used part of it: that is a fifth of the installed size, and fewer files to open at the start.
      externalizeDeps: { exclude: [...BUNDLED] },
      rolldownOptions: {
        input: {
          index: path.join(here, 'main/index.ts'),
          host: path.join(here, 'main/host.ts'),
          cli: path.join(here, 'main/cli.ts'),
          'ble-helper': path.join(here, 'main/ble/helper/helper.ts'),
          worker: path.join(here, 'main/workers/worker.ts'),
        },
        // names stay, so that a stack trace can be read
        output: { minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } } },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false, // a sandboxed preload cannot require() node_modules: bundle all
      rolldownOptions: {
        input: { index: path.join(here, 'main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // sandbox means CommonJS only
      },
    },
  },
  renderer: {
    root: path.join(here, 'renderer'),
    server: { port: 5179, proxy: { '/bridge': 'http://127.0.0.1:5180', '/enter': 'http://127.0.0.1:5180' } },
    build: {
      outDir: path.join(here, 'out/renderer'),
      minify: true,
      // absolute: resolved against the root in a build, but against renderer/ by the dev server
      rolldownOptions: { input: path.join(here, 'renderer/index.html') },
    },
    plugins: [react(), bringNotice(here)],
  },
});
