import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../access/support/browser.js';
import { build, Installation, type Run } from './installation.js';

/** The link that a start printed. */
const linkOf = ({ lines }: Run): string | undefined =>
  lines.flatMap((line) => /^To sign in as .*: (http\S+)$/.exec(line)?.[1] ?? [])[0];

describe('the first sign-in', () => {
  let installation: Installation;
  beforeAll(async () => {
    await build();
    installation = await Installation.create();
  }, 240_000);
  afterAll(() => installation.remove());

  test('is by a link that an embedded start prints, as long as nobody could sign in otherwise', async () => {
    const first = await installation.start();
    const unused = linkOf(first) as string;
    expect(unused).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\/link\/default\.[\w-]{43}$/);
    await first.stop();

    const second = await installation.start();
    const link = linkOf(second) as string;
    const browser = new Browser();
    const before = new URL(new URL(unused).pathname, link).href;
    expect((await browser.open(before)).status).toBe(404);
    const page = await browser.open(link);
    expect(page.status).toBe(200);
    await browser.submit(page, {
      name: 'Ada Lovelace',
      email: 'ada@contoso.example',
      password: 'correct horse, battery',
    });
    const who = await browser.call('GET', `${second.url}/api/v1/session`);
    expect(who.body).toMatchObject({ name: 'Ada Lovelace', program: 'default' });
    expect(who.body.permissions).toContain('administer');
    await second.stop();

    const third = await installation.start();
    expect(linkOf(third)).toBeUndefined();
    const again = await browser.call('POST', `${third.url}/api/v1/session`, {
      email: 'ada@contoso.example',
      password: 'correct horse, battery',
    });
    expect(again.status).toBe(201);
    await third.stop();
  });

  test('waits for settings that are right', async () => {
    const run = installation.launch({ WAYMARK_SIGN_IN_FILE: '/nowhere/sign-in.yaml' });
    await run.exited;
    expect(run.lines).toContainEqual(
      expect.stringMatching(/^\/nowhere\/sign-in\.yaml cannot be read: ENOENT/),
    );
  });
});
