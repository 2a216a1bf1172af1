import { type Fault, fault } from './fault.ts';

const ENTRY = 'tests/shell/electron-entry.test.ts';
const HOST = 'tests/host';
const DOOR = 'tests/host/door.test.ts';
const POLICY = 'tests/shell/policy.test.ts';

/** Who may use the station. */
export const DOOR_FAULTS: readonly Fault[] = [
  fault(
    'permissions are not denied',
    'main/index.ts',
    '  denyPermissions(session.defaultSession);\n',
    '',
    ENTRY,
  ),
  fault(
    'navigation is not locked',
    'main/index.ts',
    'lockNavigation(contents, preload, ',
    'void (contents, preload, ',
    ENTRY,
  ),
  fault(
    'a foreign frame subscribes',
    'main/shell/page-line.ts',
    '    if (!trusted(event as unknown as Sender)) return;\n',
    '',
    ENTRY,
  ),
  fault(
    'a second Electron starts a second station',
    'main/index.ts',
    'if (app.requestSingleInstanceLock())',
    'if (app.requestSingleInstanceLock() || true)',
    'tests/shell/second-instance.test.ts',
  ),
  fault(
    'inline scripts',
    'main/shell/csp.ts',
    `"script-src 'self'"`,
    `"script-src 'self' 'unsafe-inline'"`,
    POLICY,
  ),
  fault('the page may be framed', 'main/shell/csp.ts', `  "frame-ancestors 'none'",\n`, '', POLICY),
  fault('no CORP', 'main/shell/csp.ts', `  'cross-origin-resource-policy': 'same-origin',\n`, '', POLICY),
  fault('no COOP', 'main/shell/csp.ts', `  'cross-origin-opener-policy': 'same-origin',\n`, '', POLICY),
  fault(
    'listens on every address',
    'main/host.ts',
    `options.port ?? 0, '127.0.0.1'`,
    `options.port ?? 0, '0.0.0.0'`,
    HOST,
  ),
  fault(
    'a slow reader is never dropped',
    'main/host/events.ts',
    'if (response.writableLength > MAX_WAITING_BYTES) response.destroy();',
    '',
    HOST,
  ),
  fault(
    'a slow reader gets every frame',
    'main/host/events.ts',
    `if (event.kind === 'trace' && response.writableLength > MAX_WAITING_FOR_TRACE_BYTES) return;`,
    '',
    HOST,
  ),
  fault(
    'a streamed body has no limit',
    'main/host/body.ts',
    'if (size > limit_bytes) return { ok: false, status: 413 };',
    '',
    HOST,
  ),
  fault(
    'Host is not checked',
    'main/host/guard.ts',
    `if (headers.host === undefined || !hosts.has(headers.host)) return 'This address is not the station.';`,
    '',
    HOST,
  ),
  fault(
    'Origin is not checked',
    'main/host/guard.ts',
    'headers.origin !== undefined && !origins.has(headers.origin)',
    'false',
    HOST,
  ),
  fault(
    'no door',
    'main/host.ts',
    '  if (!door.knows(request.headers)) return turnAway(pathname, response, PAGE_HEADERS);\n',
    '',
    DOOR,
  ),
  fault('the address works twice', 'main/host/door.ts', '      key = newSecret();\n', '', DOOR),
  fault('a script may read the cookie', 'main/host/door.ts', 'HttpOnly; ', '', DOOR),
  fault('other sites send the cookie', 'main/host/door.ts', 'SameSite=Strict', 'SameSite=None', DOOR),
  fault(
    'every start has the same secret',
    'main/host/door.ts',
    `const newSecret = (): string => randomBytes(SECRET_BYTES)`,
    `const newSecret = (): string => Buffer.alloc(SECRET_BYTES)`,
    DOOR,
  ),
  fault(
    'a refusal repeats a program',
    'src/contract/refusal.ts',
    '      return refusals.notChoice(what);',
    "      return issue.message ?? '';",
    'tests/contract',
  ),
  fault(
    'texts are taken as they come',
    'src/contract/text.ts',
    'z.string().transform(plainLine).pipe(z.string().min(1).max(most))',
    'z.string().min(1).max(most)',
    'tests/contract',
  ),
  fault(
    'the direction of a text may be turned',
    'src/words/plain-text.ts',
    "    .replace(UNSEEN, '')\n",
    '',
    'tests/words/plain-text.test.ts',
  ),
];
