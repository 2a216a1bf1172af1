import './fonts.css';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { words } from '../src/words/index.ts';
import { App } from './app.tsx';
import { openLine } from './bridge.ts';
import { createPage } from './page.ts';
import { PageContext } from './use-page.ts';
import { keepDisplayAwake } from './wake-lock.ts';

document.documentElement.lang = words.locale;
const page = createPage(openLine());
page.start();
if (!window.lockout) keepDisplayAwake(page.station);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <PageContext value={page}>
      <App />
    </PageContext>
  </StrictMode>,
);
