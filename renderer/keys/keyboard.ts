import { type Action, actionOf, keyName } from './keys.ts';

export type ActionHandlers = Partial<Record<Action, () => void>>;

/** Gives key presses to whoever handles their action now; the latest to register is asked first. */
export interface Keyboard {
  /** Returns the function that takes the handlers away. */
  register(handlers: ActionHandlers): () => void;
  /** Single keys can be switched off for people whose speech or switch input would trigger them. */
  enabled: boolean;
  /** True when the key was used. */
  press(event: KeyboardEvent): boolean;
}

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const PRESSABLE = 'button, a[href], summary, input, [role=option]';

export function createKeyboard(): Keyboard {
  const layers: ActionHandlers[] = [];

  function isTaken(target: EventTarget | null, key: string): boolean {
    // The document and the window hear keys too, when nothing has the focus.
    const element = target && 'closest' in target ? (target as Element) : null;
    if (!element) return false;
    // A dialog has the keyboard to itself.
    if (element.closest('dialog') || element.matches(TYPING)) return true;
    return (key === 'Space' || key === 'Enter') && element.matches(PRESSABLE);
  }

  return {
    enabled: true,
    register(handlers) {
      layers.unshift(handlers);
      return () => layers.splice(layers.indexOf(handlers), 1);
    },
    press(event) {
      const key = keyName(event);
      if (key === null || event.defaultPrevented || isTaken(event.target, key)) return false;
      if (!this.enabled && key.length === 1 && key !== '?') return false;
      const action = actionOf(key);
      const handler = action && layers.find((layer) => layer[action])?.[action];
      if (!handler) return false;
      event.preventDefault();
      if (!event.repeat || action === 'nextRep' || action === 'previousRep') handler();
      return true;
    },
  };
}
