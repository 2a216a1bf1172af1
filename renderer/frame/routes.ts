import type { Action } from '../keys/keys.ts';

interface Route {
  /** The folder in renderer/screens. */
  readonly screen: string;
  /** Path pattern (wouter). */
  readonly path: string;
  /** In the bar of screens: the action that goes there, and a path in a 24 x 24 box, drawn as a line. */
  readonly nav?: {
    readonly action: Extract<
      Action,
      'station' | 'history' | 'profile' | 'team' | 'athletes' | 'sensors' | 'settings' | 'guide'
    >;
    readonly icon: string;
  };
}

/** The register of screens, in the order of the bar. What is not here is not shown. */
export const ROUTES: readonly Route[] = [
  {
    screen: 'station',
    path: '/',
    nav: { action: 'station', icon: 'M2 12h3M19 12h3M8 12h8M5 8v8M8 5v14M16 5v14M19 8v8' },
  },
  { screen: 'calibrate', path: '/calibrate' },
  { screen: 'display', path: '/display/:bar?' },
  { screen: 'board', path: '/board' },
  { screen: 'sounds', path: '/sounds' },
  {
    screen: 'history',
    path: '/history/:athlete?/:lift?/:variation?',
    nav: { action: 'history', icon: 'M4 4v16h16M7 15l4-5 3 3 5-7' },
  },
  { screen: 'measure', path: '/measure/:athlete/:lift/:variation/:side' },
  { screen: 'paper', path: '/paper/:athlete/:lift/:variation/:side/:span' },
  { screen: 'review', path: '/review/:id' },
  {
    screen: 'profile',
    path: '/profile',
    nav: { action: 'profile', icon: 'M4 4v16h16M7 7l12 9M8 12h.01M13 9h.01M17 18h.01' },
  },
  {
    screen: 'team',
    path: '/team',
    nav: {
      action: 'team',
      icon: 'M4 5h5M4 12h5M4 19h5M12 6l3-2 3 3 3-3M12 13l3 1 3-3 3 1M12 18l3 1 3 1 3 1',
    },
  },
  {
    screen: 'athletes',
    path: '/athletes',
    nav: {
      action: 'athletes',
      icon: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.5 2.8 3.5 5.5',
    },
  },
  {
    screen: 'pair',
    path: '/pair',
    nav: {
      action: 'sensors',
      icon: 'M12 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM8 15.5a5.5 5.5 0 0 1 0-8M16 7.5a5.5 5.5 0 0 1 0 8M5 18.5a9.8 9.8 0 0 1 0-14M19 4.5a9.8 9.8 0 0 1 0 14M12 13v8',
    },
  },
  { screen: 'import', path: '/import' },
  {
    screen: 'settings',
    path: '/settings',
    nav: {
      action: 'settings',
      icon: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
    },
  },
  {
    screen: 'help',
    path: '/help',
    nav: {
      action: 'guide',
      icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.3a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.8M12 16.8h.01',
    },
  },
];

/** What an address may name is left out of the way there. */
export const NAV = ROUTES.flatMap(({ path, nav }) =>
  nav ? [{ ...nav, to: path.replace(/\/:.*/, '') }] : [],
);

/** Of the second display that shows this bar. */
export const displayOf = (bar: 1 | 2): string => (bar === 1 ? '/display' : '/display/2');

export const isAt = (path: string, to: string): boolean =>
  to === '/' ? path === '/' || path === '/calibrate' : path === to || path.startsWith(`${to}/`);
