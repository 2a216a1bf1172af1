const KEY = 'lockout.single-keys';

/**
 * Single-key shortcuts can be switched off (WCAG 2.1.4). It belongs to the person at this keyboard, not
 * to the station, so the browser keeps it.
 */
export const rememberSingleKeys = (enabled: boolean): void =>
  localStorage.setItem(KEY, enabled ? 'on' : 'off');
export const singleKeysRemembered = (): boolean => localStorage.getItem(KEY) !== 'off';
