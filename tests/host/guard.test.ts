import { expect, test } from 'vitest';
import { createGuard } from '../../main/host/guard.ts';

const json = { 'content-type': 'application/json' };

test('a development server named at the start may hand requests on, no other may', () => {
  const guard = createGuard(5180, 'http://localhost:5179');
  const page = { host: 'localhost:5179', origin: 'http://localhost:5179' };
  expect(guard.refuses('POST', { ...json, ...page })).toBeNull();
  expect(createGuard(5180).refuses('POST', { ...json, ...page })).not.toBeNull();
  expect(
    guard.refuses('POST', { ...json, host: 'localhost:5179', origin: 'http://localhost:3000' }),
  ).not.toBeNull();
});

test('programs without a browser need only the right address', () => {
  const guard = createGuard(5180);
  expect(guard.refuses('GET', { host: '127.0.0.1:5180' })).toBeNull();
  expect(guard.refuses('GET', { host: '[::1]:5180' })).toBeNull();
  expect(guard.refuses('GET', {})).not.toBeNull();
  expect(guard.refuses('GET', { host: '127.0.0.1' })).not.toBeNull();
});

test('https and look-alike origins are somebody else', () => {
  const guard = createGuard(5180);
  for (const origin of [
    'https://127.0.0.1:5180',
    'http://127.0.0.1:51800',
    'http://127.0.0.1:5180.evil.example',
    'http://evil.example/127.0.0.1:5180',
  ])
    expect(guard.refuses('POST', { ...json, host: '127.0.0.1:5180', origin })).not.toBeNull();
});
