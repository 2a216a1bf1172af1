import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { words } from '../src/words/index.ts';
import { App } from './frame/app.tsx';
import { openLine } from './page/bridge.ts';
import { createPage } from './page/page.ts';
import { PageContext } from './page/use-page.ts';
import { keepDisplayAwake } from './page/wake-lock.ts';

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
