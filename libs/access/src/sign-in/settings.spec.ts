import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SignInSettingsError } from './errors.js';
import { loadSignInSettings } from './settings.js';

const HOUR = 3_600_000;

async function fileWith(text: string, more: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-sign-in-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(more)) {
    await writeFile(join(folder, name), content, { mode: 0o600 });
  }
  const file = join(folder, 'sign-in.yaml');
  await writeFile(file, text, { mode: 0o600 });
  return file;
}

async function faults(text: string): Promise<readonly string[]> {
  try {
    await loadSignInSettings(await fileWith(text));
  } catch (error) {
    return (error as SignInSettingsError).faults;
  }
  return [];
}

const PROVIDER = '{ name: a, title: A, issuer: https://a.example, clientId: waymark';

describe('how people sign in', () => {
  test('is with local accounts alone when nothing is said', async () => {
    expect(await loadSignInSettings(undefined)).toEqual({
      address: undefined,
      localAccounts: true,
      sessions: { lastsMs: 24 * HOUR, idleMs: 8 * HOUR },
      providers: [],
    });
  });

  test('is with providers alone when some are named and nothing else is said', async () => {
    const file = await fileWith(
      `address: https://waymark.contoso.example/
sessions: { idle: PT1H }
providers:
  - name: contoso
    title: Contoso
    issuer: https://login.contoso.example/realms/contoso
    clientId: waymark
    clientSecretFile: secret
    groupsClaim: groups
`,
      { secret: 'of the client\n' },
    );
    expect(await loadSignInSettings(file)).toEqual({
      address: 'https://waymark.contoso.example',
      localAccounts: false,
      sessions: { lastsMs: 24 * HOUR, idleMs: HOUR },
      providers: [
        {
          name: 'contoso',
          title: 'Contoso',
          issuer: 'https://login.contoso.example/realms/contoso',
          clientId: 'waymark',
          clientSecret: 'of the client',
          scopes: ['openid', 'profile', 'email'],
          program: 'default',
          groupsClaim: 'groups',
          provisioning: false,
          verifiedMail: true,
        },
      ],
    });
  });

  test.each([
    ['providers: [', 'is not YAML'],
    ['provider: []', 'Unrecognized key: "provider"'],
    ['localAccounts: false', 'nobody could sign in'],
    ['address: https://a.example/path', 'address must be an origin'],
    ['address: http://a.example', 'address must begin with https://'],
    ['sessions: { lasts: P90D }', 'sessions.lasts must be a duration of at most 30 days'],
    ['sessions: { idle: soon }', 'sessions.idle must be a duration'],
    [`providers: [${PROVIDER}, issuer2: x }]`, 'providers[0] Unrecognized key'],
    [
      'providers: [{ name: a, title: A, issuer: http://a.example, clientId: w }]',
      'providers[0].issuer must begin with https://',
    ],
    [
      'providers: [{ name: link, title: A, issuer: https://a.example, clientId: w }]',
      'providers[0].name must not be one of',
    ],
    [`providers: [${PROVIDER} }, ${PROVIDER} }]`, 'must have a name of its own each'],
    [`providers: [${PROVIDER}, scopes: [email] }]`, 'must hold "openid"'],
    [`providers: [${PROVIDER}, clientSecret: a, clientSecretFile: b }]`, 'not both'],
    [`providers: [${PROVIDER}, clientSecretFile: none }]`, 'none cannot be read: ENOENT'],
  ])('is refused with one line that says what is wrong: %s', async (text, said) => {
    const found = await faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
    expect(found[0]).not.toContain('\n');
  });

  test('names every fault at once, and a file that is not there', async () => {
    expect(await faults('address: x\nsessions: { lasts: x, idle: x }')).toHaveLength(3);
    await expect(loadSignInSettings('/nowhere/sign-in.yaml')).rejects.toThrow(
      '/nowhere/sign-in.yaml cannot be read: ENOENT',
    );
  });
});
