import { type ComponentType, lazy } from 'react';
import { ROUTES } from './routes.ts';

/** Every screen is `screens/<name>/index.tsx` with its component as default export, loaded when first shown. */
const modules = import.meta.glob<{ default: ComponentType }>('../screens/*/index.tsx');

function loadScreen(name: string): ComponentType {
  const load = modules[`../screens/${name}/index.tsx`];
  if (!load) throw new Error(`There is no screen renderer/screens/${name}/index.tsx`);
  return lazy(load);
}

export const HOME = loadScreen('station');

export const SCREENS = ROUTES.map(({ screen, path }) => ({
  path,
  component: path === '/' ? HOME : loadScreen(screen),
}));
