import { type ComponentType, lazy } from 'react';

/** Every screen is `screens/<name>/index.tsx` with its component as default export, loaded when first shown. */
const modules = import.meta.glob<{ default: ComponentType }>('../screens/*/index.tsx');

/** Path pattern (wouter) -> screen. */
const PATHS = {
  '/': 'station',
  '/calibrate': 'calibrate',
  '/display': 'display',
  '/sounds': 'sounds',
  '/pair': 'pair',
  '/review/:id': 'review',
  '/history': 'history',
  '/profile': 'profile',
  '/athletes': 'athletes',
  '/settings': 'settings',
  '/help': 'help',
} as const;

export const SCREENS: readonly { readonly path: string; readonly component: ComponentType }[] =
  Object.entries(PATHS).flatMap(([path, name]) => {
    const load = modules[`../screens/${name}/index.tsx`];
    return load ? [{ path, component: lazy(load) }] : [];
  });
