import { Client, type Json } from '../e2e/support/client.js';

/** Part of every key, name, note and address that nobody limited to `here` may read. */
export const CANARY = 'zanzibar';
export const ROOT = `${CANARY}-group`;

/** The units below `here`, it included. */
export const HERE = [
  'here',
  'here-desk',
  'here-former',
  'here-guest',
  'here-head',
  'here-lab',
] as const;

const unit = (key: string, parent: string | null, name = key) => ({
  ...{ unit: key, name, parent, kind: 'team', occurredAt: '2009-01-01' },
  owner: { name: `Owner of ${key}`, email: `owner@${key}.example` },
});

/**
 * A program of two subtrees whose facts speak of each other: units came from elsewhere, were merged
 * into units elsewhere and the other way round, and rest on what is recorded above them.
 */
export async function tellOfHereAndElsewhere(office: Client): Promise<void> {
  await done(office.put('/program', { name: 'Reads', models: ['lithium', 'altimeter'] }));
  const units = [
    unit(ROOT, null),
    ...['here', `${CANARY}-east`, `${CANARY}-old`, 'here-guest'].map((key) => unit(key, ROOT)),
    ...['here-desk', 'here-lab', 'here-former'].map((key) => unit(key, 'here')),
    unit(`${CANARY}-desk`, `${CANARY}-east`),
    ...[unit('second', ROOT), unit('second-desk', 'second')],
  ];
  await done(office.post('/units', { units }));
  await done(office.put('/units/here-guest', { parent: 'here', occurredAt: '2010-01-01' }));
  await achieve(office, ROOT, 'sponsor.approved', '2010-03-01');
  await achieve(office, `${CANARY}-old`, 'crm.integrated', '2010-03-01');
  for (const key of ['here', 'here-desk', `${CANARY}-desk`, 'second-desk']) {
    await achieve(office, key, 'hub.launched', '2011-01-01');
    const waiver = { milestone: 'governance.established', reason: `For ${key}.` };
    await done(office.post(`/units/${key}/waivers`, waiver));
    const target = { milestone: 'coe.formed', due: '2031-06-30' };
    await done(office.put(`/units/${key}/targets/coe`, target));
    const about = { target: 'coe' };
    await done(office.post(`/units/${key}/comments`, { text: `Said of ${key}.`, about }));
  }
  // a unit that rested on the sponsor of one in sight, and lies elsewhere now
  const head = [
    { ...unit('here-head', 'here'), models: ['quintarelli'] },
    { ...unit(`${CANARY}-ex`, 'here-head'), models: ['lithium'] },
  ];
  await done(office.post('/units', { units: head }));
  await achieve(office, 'here-head', 'sponsor.approved', '2011-01-01');
  const gone = { milestone: 'sponsor.approved', occurredAt: '2014-06-01' };
  await done(office.post('/units/here-head/lapses', gone));
  await done(office.put(`/units/${CANARY}-ex`, { parent: ROOT, occurredAt: '2015-01-01' }));
  const into = { into: 'here-lab', carry: ['crm.integrated'], occurredAt: '2014-01-01' };
  await done(office.post(`/units/${CANARY}-old/merger`, into));
  await done(office.post('/units/here-former/merger', { into: `${CANARY}-desk` }));
  const lapse = { milestone: 'sponsor.approved', occurredAt: '2013-01-01' };
  await done(office.post(`/units/${ROOT}/lapses`, lapse));
  for (const under of ['here', `${CANARY}-east`]) {
    await done(office.post('/calendar-links', { name: `Of ${under}`, under }));
  }
  await done(office.post('/calendar-links', { name: `Of ${CANARY} and all` }));
}

export async function achieve(
  client: Client,
  of: string,
  milestone: string,
  occurredAt: string,
): Promise<Json> {
  const evidence = [{ title: `Minutes of ${of}`, url: `https://${of}.example/minutes` }];
  const body = { milestone, occurredAt, note: `${of} says so.`, evidence };
  return (await done(client.post(`/units/${of}/milestones`, body))).event;
}

/** The body of an answer. @throws when it is a refusal */
export async function done(answer: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await answer;
  if (status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** All pages of a list, `limit` at a time. */
export async function pages(client: Client, path: string, limit: number): Promise<readonly Json[]> {
  const items: Json[] = [];
  const by = path.startsWith('/log') ? 'after' : 'cursor';
  for (let next: string | null = ''; next !== null; ) {
    const query = new URLSearchParams({ limit: String(limit), ...(next ? { [by]: next } : {}) });
    const body: Json = await done(client.get(`${path}${path.includes('?') ? '&' : '?'}${query}`));
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

/** Every list and single read that a reader of `here` may ask for, as one JSON text a read. */
export async function everyRead(client: Client): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of [
    '/units',
    '/units?top=true&asOf=2012-01-01',
    '/units?top=true',
    '/units?parent=here',
    '/units?q=e',
    '/log',
    '/log?type=unit.*,comment.made',
    '/log?q=e',
    '/alerts',
    '/recommendations',
    '/recommendations?under=here',
    '/models/lithium/upgrade?to=1',
    ...HERE.flatMap((key) =>
      ['history', 'recommendations', 'comments'].map((part) => `/units/${key}/${part}`),
    ),
  ]) {
    texts.set(path, JSON.stringify(await pages(client, path, 7)));
  }
  for (const path of [
    '/exports/roadmap.ics',
    '/alerts/summary',
    ...HERE.flatMap((key) => [
      `/units/${key}`,
      `/units/${key}?asOf=2009-06-01`,
      `/units/${key}/standings`,
    ]),
  ]) {
    texts.set(path, JSON.stringify(await done(client.get(path))));
  }
  for (const key of HERE) {
    const whatIf = { achieve: [{ milestone: 'coe.formed' }], lapse: [] };
    const path = `/units/${key}/what-if`;
    texts.set(path, JSON.stringify(await done(client.post(path, whatIf))));
  }
  return texts;
}
