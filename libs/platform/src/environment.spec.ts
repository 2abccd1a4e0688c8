import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EnvironmentError, loadEnvironment } from './environment.js';

function faults(variables: Record<string, string>): readonly string[] {
  try {
    loadEnvironment(variables);
  } catch (error) {
    return (error as EnvironmentError).faults;
  }
  return [];
}

describe('the environment', () => {
  test('needs nothing', () => {
    expect(loadEnvironment({ PATH: '/bin' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.waymark'),
      databaseUrl: undefined,
      redisUrl: undefined,
      adminKey: undefined,
      modelsDir: undefined,
      secretsFile: resolve('.waymark/secrets.json'),
      erasuresFile: resolve('.waymark/erasures.jsonl'),
      headsFile: resolve('.waymark/heads.jsonl'),
      headsUrl: undefined,
      signInFile: undefined,
      trustProxy: undefined,
      rateLimit: 5_000,
      auditDays: 365,
      syslogUrl: undefined,
      outboundAllow: [],
      smtpUrl: undefined,
      mailFrom: undefined,
      logLevel: 'info',
    });
  });

  test('takes what is set, and an empty variable as one left out', () => {
    expect(
      loadEnvironment({
        PORT: '0',
        HOST: '',
        DATABASE_URL: 'postgres://me@there/waymark',
        REDIS_URL: '',
        WAYMARK_DATA_DIR: '/data',
        WAYMARK_MODELS_DIR: 'more',
      }),
    ).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      databaseUrl: 'postgres://me@there/waymark',
      redisUrl: undefined,
      modelsDir: resolve('more'),
      secretsFile: '/data/secrets.json',
    });
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'localhost:5432'],
    ['REDIS_URL', 'http://localhost'],
    ['WAYMARK_ADMIN_KEY', 'a'.repeat(31)],
    ['TRUST_PROXY', 'true'],
    ['WAYMARK_HEADS_URL', 'ftp://audit.example/heads'],
    ['WAYMARK_HEADS_URL', 'http://audit.example/heads'],
    ['WAYMARK_HEADS_URL', 'http://localhost.example/heads'],
    ['WAYMARK_RATE_LIMIT', '0'],
    ['WAYMARK_LOG_LEVEL', 'loud'],
    ['WAYMARK_SMTP_URL', 'https://mail.example'],
    ['WAYMARK_MAIL_FROM', 'Waymark'],
    ['WAYMARK_OUTBOUND_ALLOW', '10.0.0.0/33'],
    ['WAYMARK_OUTBOUND_ALLOW', '10.0.0'],
    ['WAYMARK_OUTBOUND_ALLOW', 'https://hooks.example'],
    ['WAYMARK_OUTBOUND_ALLOW', 'hooks.example,'],
    ['WAYMARK_TYPO', 'x'],
  ])('says what is wrong with %s=%s in one line', (name, value) => {
    const found = faults({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} .*\\.$`));
  });

  test('takes hosts, addresses and ranges that may be sent to', () => {
    const given = 'Hooks.Intern, 10.1.0.0/16,fd00::/8 ,127.0.0.1';
    expect(loadEnvironment({ WAYMARK_OUTBOUND_ALLOW: given }).outboundAllow).toEqual([
      ...['hooks.intern', '10.1.0.0/16', 'fd00::/8', '127.0.0.1'],
    ]);
  });

  test('wants to know whom mails are from', () => {
    expect(faults({ WAYMARK_SMTP_URL: 'smtp://mail.example' })).toEqual([
      'WAYMARK_MAIL_FROM must say whom mails are from, as WAYMARK_SMTP_URL is given.',
    ]);
  });

  test('names every fault at once', () => {
    expect(faults({ PORT: 'x', REDIS_URL: 'x', WAYMARK_A: '1', WAYMARK_B: '1' })).toHaveLength(4);
  });
});
