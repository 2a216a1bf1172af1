import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { words } from '../src/words/index.ts';
import { App } from './frame/app.tsx';
import { openLine } from './page/bridge.ts';
import { createPages } from './page/page.ts';
import { keepDisplayAwake } from './page/wake-lock.ts';

document.documentElement.lang = words.locale;
const pages = createPages(openLine());
pages.start();
if (!window.lockout) for (const { station } of [pages.first, pages.second]) keepDisplayAwake(station);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App pages={pages} />
  </StrictMode>,
);
