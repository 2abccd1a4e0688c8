import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { RULES } from '../../apps/api/src/http/guard/rules.js';
import { Browser } from '../access/support/browser.js';
import type { Answer, Client, Json } from '../e2e/support/client.js';
import { EventStream } from '../e2e/support/event-stream.js';
import { eventually } from '../e2e/support/eventually.js';
import type { TestApi } from '../e2e/support/test-api.js';
import type { TestDatabase } from '../support/index.js';

/** Stands in every text of the one who is erased, and nowhere else. */
export const WORD = 'zanari';
export const MAIL = `${WORD}.quill@contoso.example`;
export const NAME = 'Zanari Quill';
export const PASSWORD = 'a long enough passphrase of hers';

/** A server that may send mails; none is due while a test runs. */
export const WITH_MAIL = {
  WAYMARK_SMTP_URL: 'smtp://127.0.0.1:9',
  WAYMARK_MAIL_FROM: 'Waymark <waymark@contoso.example>',
};

/** The texts that were recorded, which readers find before. */
export const RECORDED = new Set<string>();

const saying = (field: string) => `${WORD} wrote the ${field}`;
const text = (field: string) => {
  RECORDED.add(saying(field));
  return saying(field);
};

/** Somebody who has written and been named wherever that can be done. */
export interface Told {
  readonly person: string;
  readonly browser: Browser;
}

/** Records the word in every field of people, by the person herself and by others about her. */
export async function tellCanaries(api: TestApi, office: Client): Promise<Told> {
  const owner = { name: NAME, email: MAIL };
  await done(
    office.post('/units', { units: [{ unit: 'corp', name: 'Corp', kind: 'enterprise' }] }),
  );
  await done(
    office.put(
      '/units/desk',
      { name: 'Desk', kind: 'team', parent: 'corp', owner, occurredAt: '2010-01-01' },
      { 'idempotency-key': randomUUID() },
    ),
  );
  const person = (await done(office.post('/people', owner))).body.id as string;
  await done(office.post('/grants', { person, role: 'program-office' }));
  const browser = await signedIn(api, office, person);
  const write = async (method: string, path: string, body?: unknown) => {
    const url = `${api.url}/api/v1${path}`;
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await browser.call(method, url, body, { headers });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const record = async (kind: string, body: object) =>
    (await write('POST', `/units/desk/${kind}`, body)).event.id as string;
  const evidence = [{ title: text('title'), url: `https://contoso.example/people/${WORD}` }];
  const sponsor = await record('milestones', {
    ...{ milestone: 'sponsor.approved', occurredAt: '2011-01-01' },
    ...{ note: text('note'), evidence },
  });
  await record('lapses', {
    ...{ milestone: 'sponsor.approved', occurredAt: '2013-01-01', reason: text('lapse') },
  });
  await record('assessments', {
    ...{ milestone: 'crm.integrated', outcome: 'no', occurredAt: '2012-01-01' },
    ...{ by: NAME, note: text('assessment') },
  });
  const waiver = await record('waivers', { milestone: 'coe.formed', reason: text('waiver') });
  await record(`waivers/${waiver}/end`, { reason: text('end of a waiver') });
  await record('comments', { text: text('comment'), about: { milestone: 'hub.launched' } });
  const wrong = await record('milestones', {
    ...{ milestone: 'hub.launched', occurredAt: '2012-01-01', note: text('mistake') },
  });
  await record('retractions', { event: wrong, reason: text('retraction') });
  await write('PUT', '/units/desk/targets/hub', { milestone: 'hub.launched', due: '2031', owner });
  await write('PUT', '/units/desk/targets/hub', { due: '2032', reason: text('move') });
  await write('PUT', '/rollups/corp/targets/half', {
    ...{ model: 'lithium', stage: 2, share: 0.5, owner },
  });
  await write('PUT', '/units/desk/targets/crm', { milestone: 'crm.integrated' });
  const why = encodeURIComponent(text('drop'));
  await write('DELETE', `/units/desk/targets/crm?reason=${why}`);
  await write('PUT', '/units/spare', { name: 'Spare', kind: 'team', parent: 'corp' });
  await write('DELETE', '/units/spare');
  await write('POST', '/units/spare/reinstatement', { reason: text('reinstatement') });
  await write('POST', '/board-packs', {
    ...{ unit: 'corp', title: text('title of a pack'), text: text('text of a pack') },
  });
  await api.advised('erasing');
  const { items } = (await office.get('/units/desk/recommendations')).body;
  await write('POST', `/recommendations/${items[0].id}/decision`, {
    ...{ decision: 'dismissed', reason: text('decision') },
  });
  await aboutHer(office, sponsor);
  await propose(office, write);
  await refused(api, office, browser);
  return { person, browser };
}

/** What she wants to have recorded, which is approved, rejected or left open. */
async function propose(
  office: Client,
  write: (method: string, path: string, body?: unknown) => Promise<Json>,
): Promise<void> {
  await done(office.put('/program', { name: 'Erasing', approvals: { waivers: true } }));
  for (const milestone of ['hub.launched', 'crm.integrated', 'governance.established']) {
    await write('POST', '/units/desk/waivers', {
      milestone,
      reason: text(`wish for ${milestone}`),
    });
  }
  const { items } = (await office.get('/proposals')).body;
  await done(office.post(`/proposals/${items[0].id}/approval`));
  await done(office.post(`/proposals/${items[1].id}/rejection`, { reason: 'Not now.' }));
}

/** What others record of her; their own texts do not name her. */
async function aboutHer(office: Client, sponsor: string): Promise<void> {
  const once = { 'idempotency-key': randomUUID() };
  const assessment = {
    ...{ milestone: 'governance.established', outcome: 'no', occurredAt: '2012-01-01' },
    ...{ by: `${NAME} <${MAIL}>`, note: 'Told in the meeting.' },
  };
  await done(office.post('/units/desk/assessments', assessment, once));
  await done(
    office.post('/units/desk/corrections', {
      ...{ event: sponsor, reason: 'Another day.', occurredAt: '2011-02-01' },
    }),
  );
  const as = { digest: 'weekly', hour: 8, zone: 'UTC' };
  await done(office.put('/channels/hers', { kind: 'email', address: MAIL, as }, once));
  const { items } = (await office.get('/alerts?under=desk')).body;
  expect(items.length).toBeGreaterThan(0);
  await done(office.post(`/alerts/${items[0].id}/assignment`, { to: MAIL }, once));
}

/** What is refused, and faults. */
async function refused(api: TestApi, office: Client, browser: Browser): Promise<void> {
  const path = `${api.url}/api/v1/units/desk/milestones`;
  const unknown = { milestone: 'nobody.knows', occurredAt: '2011-01-01', note: saying('refusal') };
  const invalid = { milestone: WORD, occurredAt: WORD, [WORD]: WORD };
  for (const body of [unknown, invalid]) {
    expect([400, 422]).toContain((await browser.call('POST', path, body)).status);
  }
  const broken = `{"note": "${saying('fragment')}`;
  expect((await office.post('/units/desk/milestones', broken)).status).toBe(400);
  await office.get(`/people?email=${encodeURIComponent(MAIL)}`);
  await office.get(`/rollups/corp/roadmap?owner=${encodeURIComponent(MAIL)}`);
  await office.get(`/no-such-thing/${WORD}?name=${WORD}`);
  await office.put('/units/desk', { owner: { name: NAME, email: WORD } });
  const wrong = { email: MAIL, password: 'not her password at all' };
  await browser.call('POST', `${api.url}/api/v1/session`, wrong);
}

async function signedIn(api: TestApi, office: Client, person: string): Promise<Browser> {
  const browser = new Browser();
  const { url } = (await done(office.post(`/people/${person}/recovery`, {}))).body;
  const token = new URL(url).pathname.split('/').at(-1);
  const link = `${api.url}/api/v1/sign-in/link`;
  const entered = await browser.call('POST', link, { token, password: PASSWORD });
  expect(entered.status, JSON.stringify(entered.body)).toBe(201);
  return browser;
}

/** Makes the advice fail, as often as it may, over what she wrote. */
export async function failOverHer(api: TestApi, office: Client): Promise<string> {
  const { admin } = api.testDatabase;
  await admin(`CREATE FUNCTION take_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'cannot take "${saying('dead letter')}"'; END $$`);
  await admin(`CREATE TRIGGER take_nothing BEFORE INSERT OR UPDATE ON advised_unit
    FOR EACH ROW EXECUTE FUNCTION take_nothing()`);
  await done(office.put('/units/lost', { name: 'Lost', kind: 'team', parent: 'corp' }));
  const reason = await eventually(async () => {
    const rows = await admin<{ reason: string }>('SELECT reason FROM dead_letter');
    return rows[0]?.reason;
  });
  await admin('DROP TRIGGER take_nothing ON advised_unit');
  await admin('DROP FUNCTION take_nothing()');
  await done(office.put('/units/lost', { name: 'Lost and found' }));
  await api.advised('erasing');
  return reason;
}

/** Every answer that can be read in the program, as one text. */
export async function readEverything(api: TestApi, office: Client): Promise<string> {
  const found: string[] = [];
  for (const rule of Object.keys(RULES)) {
    const [method, url = ''] = rule.split(' ');
    if (method !== 'GET' || url.endsWith('/stream') || url.startsWith('/scim')) continue;
    for (const unit of ['corp', 'desk', 'spare']) {
      const path = url.replace(':unit', unit).replace(':model', 'lithium');
      if (path.includes(':')) continue;
      const answer = await office.get(`${path}${url.includes('/heatmap') ? '?by=models' : ''}`);
      found.push(`${path} ${answer.status}: ${JSON.stringify(answer.body)}`);
      if (!url.includes(':unit')) break;
    }
  }
  const { items } = (await office.get('/log?limit=500')).body;
  const stream = await EventStream.open(api.url, office.key ?? '', '0');
  found.push(JSON.stringify(await stream.take(items.length)));
  stream.leave();
  return found.join('\n');
}

/** Every row of every table of the database, its bytes also as text. */
export async function dump(db: Pick<TestDatabase, 'admin'>): Promise<string> {
  const tables = await db.admin<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    for (const { row } of await db.admin<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)) {
      const bytes = [...row.matchAll(/\\x([0-9a-f]{2,})/g)].map(([, hex = '']) =>
        Buffer.from(hex, 'hex').toString('latin1'),
      );
      rows.push(`${name} ${row} ${bytes.join(' ')}`);
    }
  }
  return rows.join('\n');
}

/** The lines of a text in which the word stands, in whatever case. */
export function linesWith(text: string, word = WORD): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.toLowerCase().includes(word))
    .map((line) => line.slice(0, 200));
}

export async function done(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return answer;
}
