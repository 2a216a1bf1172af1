import { expect, test } from 'vitest';
import { createKeyboard } from '../../renderer/keys/keyboard.ts';
import { ACTIONS, actionOf, KEYMAP, keyName } from '../../renderer/keys/keys.ts';
import { words } from '../../src/words/index.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => {
  const event = {
    key,
    code: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    target: null,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
    ...more,
  };
  return event as unknown as KeyboardEvent;
};

test('no key stands for two actions, and every action has a name', () => {
  const keys = ACTIONS.flatMap((action) => [...KEYMAP[action].keys]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const action of ACTIONS) {
    expect(words.actionNames[action]).not.toBe('');
    for (const key of KEYMAP[action].keys) expect(actionOf(key)).toBe(action);
  }
});

test('a letter is the same key in capitals, and on a keyboard of another script', () => {
  expect(keyName(press('a'))).toBe('a');
  expect(keyName(press('A', { shiftKey: true }))).toBe('Shift+a');
  expect(keyName(press('ф', { code: 'KeyA' }))).toBe('a');
  expect(keyName(press(' '))).toBe('Space');
  expect(keyName(press('?', { shiftKey: true }))).toBe('?');
});

test("the browser's own shortcuts are left alone", () => {
  expect(keyName(press('a', { ctrlKey: true }))).toBeNull();
  expect(keyName(press('w', { metaKey: true }))).toBeNull();
});

test('the latest to register has the key, and gives it back', () => {
  const keyboard = createKeyboard();
  const done: string[] = [];
  keyboard.register({ undo: () => done.push('below') });
  const leave = keyboard.register({ undo: () => done.push('above') });
  keyboard.press(press('u'));
  leave();
  keyboard.press(press('u'));
  expect(done).toEqual(['above', 'below']);
});

test('a held key acts once; only the selection runs on', () => {
  const keyboard = createKeyboard();
  let undone = 0;
  let stepped = 0;
  keyboard.register({ undo: () => undone++, nextRep: () => stepped++ });
  for (const repeat of [false, true, true]) {
    keyboard.press(press('u', { repeat }));
    keyboard.press(press('ArrowRight', { repeat }));
  }
  expect([undone, stepped]).toEqual([1, 3]);
});

test('with single keys switched off letters do nothing, and the way back still works', () => {
  const keyboard = createKeyboard();
  const done: string[] = [];
  keyboard.register({ athlete: () => done.push('a'), shortcuts: () => done.push('?') });
  keyboard.enabled = false;
  expect(keyboard.press(press('a'))).toBe(false);
  expect(keyboard.press(press('?'))).toBe(true);
  expect(done).toEqual(['?']);
});
