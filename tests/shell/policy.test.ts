import { expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../main/shell/csp.ts';

// Written out, so that a line that goes, or one that lets something in, is noticed.

test('the page may do nothing but load its own files and talk to its own station', () => {
  expect((PAGE_HEADERS['content-security-policy'] as string).split('; ').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self'",
  ]);
});

test('no other page shares a process, a window or a file with it', () => {
  expect(PAGE_HEADERS).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});
