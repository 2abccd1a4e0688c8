import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { Browser, type Page } from './support/browser.js';
import {
  CLIENT,
  type Claims,
  type RealProvider,
  signInThere,
  startRealProvider,
} from './support/real-provider.js';
import { signInFile } from './support/sign-in-file.js';

let provider: RealProvider;
let api: TestApi;
let callback = 'http://127.0.0.1/';
beforeAll(async () => {
  provider = await startRealProvider(() => callback);
  const of = { issuer: provider.issuer, ...CLIENT, groupsClaim: 'groups' };
  const scopes = ['openid', 'profile', 'email', 'groups'];
  api = await startTestApi({
    worker: false,
    variables: {
      WAYMARK_SIGN_IN_FILE: await signInFile({
        providers: [
          { name: 'contoso', title: 'Contoso', ...of, scopes, provisioning: true },
          { name: 'closed', title: 'Closed', ...of, scopes },
          { name: 'away', title: 'Away', ...of, issuer: 'http://127.0.0.1:9' },
        ],
      }),
    },
  });
});
afterAll(async () => {
  await api?.stop();
  await provider?.stop();
});
beforeEach(() => callBackAt('contoso'));

function callBackAt(name: string): void {
  callback = `${api.url}/sign-in/${name}/callback`;
  provider.changeKeys();
}

async function signIn(browser: Browser, account: string, path = '/sign-in/contoso'): Promise<Page> {
  return signInThere(browser, await browser.open(`${api.url}${path}`), account);
}

const session = (browser: Browser) => browser.call('GET', `${api.url}/api/v1/session`);
const COOKIE = '__Host-waymark';
/** Leads to who one is, afterwards. */
const WHO = '/sign-in/contoso?returnTo=/api/v1/session';

const verified = (name: string, email: string): Claims => ({ name, email, email_verified: true });
const codeOf = (page: Page) => /<meta name="problem" content="([^"]+)"/.exec(page.text)?.[1];
const stateIn = (page: Page) => {
  const sent = page.via.find((url) => url.includes('state=')) ?? '';
  return new URL(sent).searchParams.get('state') ?? '';
};

describe('signing in with a provider', () => {
  test('goes there and back, and on to the page that was wanted', async () => {
    provider.accounts.set('ada', verified('Ada Lovelace', 'ada@contoso.example'));
    const browser = new Browser();
    const page = await signIn(browser, 'ada', '/sign-in/contoso?returnTo=/api/v1/session%3Fa=1');
    expect(page.status, page.text).toBe(200);
    expect(page.url).toBe(`${api.url}/api/v1/session?a=1`);
    expect(page.via.some((url) => url.startsWith(`${api.url}/sign-in/contoso/callback?`))).toBe(
      true,
    );
    expect(JSON.parse(page.text)).toMatchObject({
      kind: 'person',
      program: 'default',
      name: 'Ada Lovelace',
      email: 'ada@contoso.example',
      grants: [],
      permissions: [],
      signedIn: { method: 'contoso', password: false, codes: false },
    });
    const kept = browser.seen.get(COOKIE) ?? '';
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=']) {
      expect(kept).toContain(word);
    }
    expect(kept).not.toContain('Domain');
    // somebody without a role sees who they are, and nothing else
    expect((await browser.call('GET', `${api.url}/api/v1/units`)).status).toBe(403);
  });

  test('knows somebody again by what the provider calls them, whatever they are called by then', async () => {
    provider.accounts.set('grace', verified('Grace Hopper', 'grace@contoso.example'));
    const [first, again] = [new Browser(), new Browser()];
    await signIn(first, 'grace');
    provider.accounts.set('grace', verified('Grace Murray', 'murray@contoso.example'));
    await signIn(again, 'grace');
    const [one, other] = [(await session(first)).body, (await session(again)).body];
    expect(other.id).toBe(one.id);
    expect(first.cookie(api.url, COOKIE)).not.toBe(again.cookie(api.url, COOKIE));
  });

  test('lets somebody in whom an administrator has entered, by the address the provider vouches for', async () => {
    const { body: person } = await api.admin.post('/people', {
      name: 'Katherine Johnson',
      email: 'Katherine@contoso.example',
    });
    await api.admin.post('/grants', { person: person.id, role: 'executive' });
    callBackAt('closed');
    provider.accounts.set('katherine', verified('K. J.', 'katherine@contoso.example'));
    const browser = new Browser();
    await signIn(browser, 'katherine', '/sign-in/closed');
    const { body } = await session(browser);
    expect(body).toMatchObject({ id: person.id, name: 'Katherine Johnson' });
    expect(body.permissions).toEqual(['catalogue', 'read', 'comment']);
    expect((await browser.call('GET', `${api.url}/api/v1/units`)).status).toBe(200);
  });

  test('refuses whom nobody has entered where the provider may not bring people', async () => {
    callBackAt('closed');
    provider.accounts.set('mallory', verified('Mallory', 'mallory@contoso.example'));
    const page = await signIn(new Browser(), 'mallory', '/sign-in/closed');
    expect([page.status, codeOf(page)]).toEqual([403, 'not-let-in']);
    expect(page.headers.getSetCookie().filter((one) => one.startsWith(`${COOKIE}=`))).toEqual([]);
  });

  test('takes no address for theirs that the provider does not vouch for', async () => {
    provider.accounts.set('eve', {
      name: 'Eve',
      email: 'ada@contoso.example',
      email_verified: false,
    });
    const page = await signIn(new Browser(), 'eve');
    expect([page.status, codeOf(page)]).toEqual([403, 'not-let-in']);
  });

  test('refuses somebody who is switched off, and ends the sessions they have', async () => {
    provider.accounts.set('joan', verified('Joan Clarke', 'joan@contoso.example'));
    const browser = new Browser();
    await signIn(browser, 'joan');
    const { id } = (await session(browser)).body;
    expect((await api.admin.put(`/people/${id}`, { active: false })).status).toBe(200);
    expect((await session(browser)).status).toBe(401);
    const page = await signIn(new Browser(), 'joan');
    expect([page.status, codeOf(page)]).toEqual([403, 'not-let-in']);
  });

  test('gives the roles of the groups that the provider names, as long as it names them', async () => {
    const { body: office } = await api.admin.post('/groups', { name: 'office' });
    await api.admin.post('/grants', { group: office.id, role: 'program-office' });
    const claims = verified('Margaret Hamilton', 'margaret@contoso.example');
    provider.accounts.set('margaret', { ...claims, groups: ['office', 'nobody-knows-this-one'] });
    const browser = new Browser();
    await signIn(browser, 'margaret');
    expect((await session(browser)).body.grants).toEqual([
      expect.objectContaining({ role: 'program-office', under: null }),
    ]);
    const groups = (await api.admin.get('/groups')).body.items;
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(['office']);
    provider.accounts.set('margaret', { ...claims, groups: ['another'] });
    await signIn(browser, 'margaret');
    expect((await session(browser)).body.grants).toEqual([]);
    // who was put there by hand stays
    const { id } = (await session(browser)).body;
    await api.admin.put(`/groups/${office.id}/members/${id}`);
    await signIn(browser, 'margaret');
    expect((await session(browser)).body.grants).toHaveLength(1);
  });

  test('trusts keys that the provider has just changed', async () => {
    provider.accounts.set('ida', verified('Ida Rhodes', 'ida@contoso.example'));
    expect((await signIn(new Browser(), 'ida', WHO)).status).toBe(200);
    provider.changeKeys();
    expect((await signIn(new Browser(), 'ida', WHO)).status).toBe(200);
  });
});

describe('a way back from a provider', () => {
  test('ends in the browser that began it, once', async () => {
    provider.accounts.set('ida', verified('Ida Rhodes', 'ida@contoso.example'));
    const browser = new Browser();
    const page = await signIn(browser, 'ida', WHO);
    const back = page.via.find((url) => url.includes('/callback?')) ?? '';
    const elsewhere = await new Browser().open(back, provider.issuer);
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([401, 'sign-in-refused']);
    const again = await browser.open(back, provider.issuer);
    expect([again.status, codeOf(again)]).toEqual([401, 'sign-in-refused']);
  });

  test('is refused with a state of another sign-in, or none', async () => {
    const browser = new Browser();
    await browser.open(`${api.url}/sign-in/contoso`);
    for (const query of ['state=another&code=x', 'code=x', '']) {
      const page = await browser.open(`${callback}?${query}`, provider.issuer);
      expect([page.status, codeOf(page)], query).toEqual([401, 'sign-in-refused']);
    }
  });

  test('is refused when the provider did not let them in, and when the code is another one', async () => {
    const browser = new Browser();
    const begun = await browser.open(`${api.url}/sign-in/contoso`);
    const state = stateIn(begun);
    const denied = await browser.open(
      `${callback}?state=${state}&error=access_denied&iss=${provider.issuer}`,
      provider.issuer,
    );
    expect([denied.status, codeOf(denied)]).toEqual([401, 'sign-in-refused']);
    const other = stateIn(await browser.open(`${api.url}/sign-in/contoso`));
    const wrong = await browser.open(
      `${callback}?state=${other}&code=guessed&iss=${provider.issuer}`,
      provider.issuer,
    );
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'sign-in-refused']);
  });

  test('that fails again and again does not fill the audit trail', async () => {
    const browser = new Browser();
    const state = stateIn(await browser.open(`${api.url}/sign-in/closed`));
    const name = `__Host-waymark-flow-${state.slice(0, 12)}`;
    const cookie = `${name}=${browser.cookie(api.url, name)}`;
    const denied = `${api.url}/sign-in/closed/callback?state=${state}&error=access_denied&iss=${provider.issuer}`;
    const statuses = new Set<number>();
    for (let count = 0; count < 120; count++) {
      statuses.add((await fetch(denied, { headers: { cookie } })).status);
    }
    expect([...statuses]).toEqual([401]);
    const failed = await api.admin.get('/audit?action=sign-in.failed&limit=500');
    const noted = failed.body.items.filter((one: { about: { provider?: string } }) => {
      return one.about.provider === 'closed';
    });
    expect(noted.length).toBeGreaterThan(0);
    expect(noted.length).toBeLessThan(40);
  });

  test('ends with another provider', async () => {
    const browser = new Browser();
    const state = stateIn(await browser.open(`${api.url}/sign-in/contoso`));
    const page = await browser.open(
      `${api.url}/sign-in/closed/callback?state=${state}&code=x&iss=${provider.issuer}`,
    );
    expect([page.status, codeOf(page)]).toEqual([401, 'sign-in-refused']);
    expect(browser.seen.get(`__Host-waymark-flow-${state.slice(0, 12)}`)).toContain('Max-Age=0');
  });

  test.each(['//evil.example/x', 'https://evil.example', '/\\evil.example', 'x', '/a%0d%0ab: c'])(
    'leads to no other site: %s',
    async (path) => {
      const page = await new Browser().open(`${api.url}/sign-in/contoso?returnTo=${path}`);
      expect(page.status).toBe(422);
    },
  );

  test('does not fill the browser: of many that were begun, the last few are remembered', async () => {
    const browser = new Browser();
    for (let count = 0; count < 8; count++) await browser.open(`${api.url}/sign-in/contoso`);
    const kept = [...browser.seen.keys()].filter((name) => browser.cookie(api.url, name));
    expect(kept.length).toBe(4);
  });
});

describe('providers', () => {
  test('are listed for everybody; one that is away stops nothing else', async () => {
    const { body } = await new Browser().call('GET', `${api.url}/api/v1/sign-in`);
    expect(body.localAccounts).toBe(false);
    expect(body.providers[0]).toEqual({
      name: 'contoso',
      title: 'Contoso',
      href: '/sign-in/contoso',
    });
    const page = await new Browser().open(`${api.url}/sign-in/away`);
    expect([page.status, codeOf(page)]).toEqual([503, 'provider-away']);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('that are not configured are not there, and their groups and sessions count no more', async () => {
    expect((await new Browser().open(`${api.url}/sign-in/nobody`)).status).toBe(404);
    provider.accounts.set('ida', verified('Ida Rhodes', 'ida@contoso.example'));
    const browser = new Browser();
    await signIn(browser, 'ida');
    await api.testDatabase.admin("UPDATE session SET method = 'removed' WHERE method = 'contoso'");
    expect((await session(browser)).status).toBe(401);
  });
});
