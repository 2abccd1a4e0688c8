import { describe, expect, test } from 'vitest';
import { loadEnvironment } from './environment.js';
import { createLogger } from './logger.js';
import { redactorOf, shownError } from './redaction.js';

const KEY = 'wmk_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH';
const TOKEN = `contoso.${'A1b-_'.repeat(8)}xyz`;

function logged(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const environment = loadEnvironment({
    WAYMARK_ADMIN_KEY: 'a "key" of one’s own'.replace(/[^\x21-\x7e]/g, '-').padEnd(40, '!'),
    DATABASE_URL: 'postgres://waymark:p%40ssword-1@db:5432/waymark',
    REDIS_URL: 'redis://:hush-hush-1@cache:6379',
    WAYMARK_LOG_LEVEL: 'trace',
  });
  log(createLogger('test', environment, { write: (line) => void lines.push(line) }));
  for (const line of lines) JSON.parse(line);
  return lines.join('');
}

describe('the log', () => {
  test.each([
    ['a key', `the key ${KEY}`, KEY],
    ['the token of a session', `cookie ${TOKEN};`, TOKEN.split('.')[1] as string],
    ['a password in an address', 'at postgres://u:pass%2Fword@h/d', 'pass%2Fword'],
    ['a user in an address', 'at https://tok3n-of-git@host/x', 'tok3n-of-git'],
    ['a header', 'Authorization: Bearer abc.def-ghi', 'abc.def-ghi'],
    ['a parameter', 'GET /x?a=1&access_token=zyx987&b=2', 'zyx987'],
    ['the password of the database', 'FATAL: p@ssword-1 is wrong', 'p@ssword-1'],
    ['the password of the database, as given', 'FATAL: p%40ssword-1 is wrong', 'p%40ssword-1'],
    ['the password of Redis', 'AUTH hush-hush-1', 'hush-hush-1'],
  ])('does not hold %s', (_what, text, secret) => {
    for (const written of [
      logged((logger) => logger.info(text)),
      logged((logger) => logger.error({ err: new Error(text) }, 'failed')),
      logged((logger) => logger.error({ err: new Error('x', { cause: new Error(text) }) })),
      logged((logger) => logger.child({ at: text }).trace({ deep: { deeper: [text] } })),
    ]) {
      expect(written).toContain('[redacted]');
      expect(written).not.toContain(secret);
    }
  });

  test.each(['authorization', 'cookie', 'password', 'secret', 'token', 'key', 'set-cookie'])(
    'does not hold what stands under "%s"',
    (name) => {
      const written = logged((logger) => {
        logger.info({ one: { [name]: 'hush' } });
        logger.info({ one: { two: { [name]: 'hush' } } });
        logger.info({ req: { raw: { headers: { [name]: 'hush' } } } });
      });
      expect(written).not.toContain('hush');
    },
  );

  test('keeps what helps', () => {
    const text =
      'GET /api/v1/units/emea-support?asOf=2011-03-01 0198c0de-0000-7000-8000-000000000001 ' +
      'postgres://db:5432/waymark libs/platform/src/database/database.ts:12:3';
    expect(redactorOf({})(text)).toBe(text);
  });

  test('tells of an error what it is, not what a driver hung on it', () => {
    const fault = Object.assign(new Error('ERR AUTH'), {
      command: { name: 'auth', args: ['hush'] },
      parameters: ['hush'],
      detail: 'Key (x)=(hush) exists.',
      code: '23505',
    });
    expect(JSON.stringify(shownError(fault))).not.toContain('hush');
    expect(shownError(fault)).toMatchObject({ type: 'Error', message: 'ERR AUTH', code: '23505' });
    expect(shownError(new AggregateError([fault], 'all'))).toMatchObject({
      errors: [{ message: 'ERR AUTH' }],
    });
  });
});
