import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let now = Date.parse('2012-01-10T09:00:00Z');
const lines: string[] = [];
beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => now }, log: lines });
  client = await api.newProgram('calendar');
  await client.put('/units/group', { name: 'Group', kind: 'enterprise', occurredAt: '2009-01-01' });
  const name = `Über ${'ü'.repeat(80)}, \\ "desk"; team`;
  await client.put('/units/desk', {
    name,
    kind: 'team',
    parent: 'group',
    occurredAt: '2009-01-01',
  });
  await client.put('/units/desk/targets/hub', {
    milestone: 'hub.launched',
    due: '2012-Q1',
    owner: { name: 'Ada Lovelace', email: 'ada@example.org' },
  });
  await client.put('/units/desk/targets/coe', { milestone: 'coe.formed' });
  await client.put('/units/group/targets/sponsor', {
    milestone: 'sponsor.approved',
    due: '2012-02',
  });
});
afterAll(() => api.stop());

/** The properties of each event of a calendar, its lines put together again. */
function eventsOf(text: string): readonly ReadonlyMap<string, string>[] {
  const whole = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Map<string, string>[] = [];
  for (const line of whole) {
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    const [name, ...value] = line.split(':');
    events.at(-1)?.set(name as string, value.join(':'));
  }
  return events;
}

describe('the calendar of due dates', () => {
  test('has an all-day event for each target with a date, on its last day', async () => {
    const { status, headers, body } = await client.get('/exports/roadmap.ics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const [sponsor, hub, ...more] = eventsOf(body);
    expect(more).toEqual([]);
    expect(sponsor?.get('DTSTART;VALUE=DATE')).toBe('20120229');
    expect(hub?.get('DTSTART;VALUE=DATE')).toBe('20120331');
    expect(hub?.get('DTEND;VALUE=DATE')).toBe('20120401');
    expect(hub?.get('UID')).toBe('hub.desk.calendar@waymark');
    expect(hub?.get('SUMMARY')).toMatch(/^Social hub launched – Über ü+\\, \\\\ "desk"\\; team$/);
    expect(body).not.toContain('Ada');
  });

  test('folds its lines at 75 octets and ends them with CRLF', async () => {
    const { body } = await client.get('/exports/roadmap.ics');
    expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const longest = Math.max(...body.split('\r\n').map((line: string) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
  });

  test('is the same text until something changes, and says then what', async () => {
    const before = await client.get('/exports/roadmap.ics');
    const tag = before.headers.get('etag') as string;
    now += 3_600_000;
    expect((await client.get('/exports/roadmap.ics', { 'if-none-match': tag })).status).toBe(304);
    now = Date.parse('2012-03-05T09:00:00Z');
    const after = await client.get('/exports/roadmap.ics', { 'if-none-match': tag });
    expect(after.status).toBe(200);
    const [sponsor, hub] = eventsOf(after.body);
    expect(sponsor?.get('SUMMARY')).toBe('Late: Management sponsor approved – Group');
    expect(sponsor?.get('CATEGORIES')).toBe('late');
    await client.put('/units/desk/targets/hub', { due: '2012-04-15' });
    await client.post('/units/group/milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2012-03-01',
    });
    const moved = eventsOf((await client.get('/exports/roadmap.ics')).body);
    expect(moved[0]?.get('SUMMARY')).toBe('Done: Management sponsor approved – Group');
    expect(moved[1]?.get('UID')).toBe(hub?.get('UID'));
    expect(moved[1]?.get('SEQUENCE')).toBe('1');
    expect(moved[1]?.get('DESCRIPTION')).toContain('at first by 2012-Q1');
  });

  test('is that of a subtree when a unit is named', async () => {
    const { body } = await client.get('/exports/roadmap.ics?under=desk');
    expect(eventsOf(body)).toHaveLength(1);
    expect((await client.get('/exports/roadmap.ics?under=none')).status).toBe(404);
  });
});

describe('an address of a calendar', () => {
  test('shows one calendar without a key, until it is withdrawn', async () => {
    const made = await client.post('/calendar-links', { name: 'Desk, \n dates', under: 'desk' });
    expect(made.status).toBe(201);
    const { id, url } = made.body;
    expect(url).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/calendars\/wmc_[0-9A-Za-z]{49}\.ics$/,
    );
    const shown = await fetch(url);
    expect(shown.status).toBe(200);
    const text = await shown.text();
    expect(text).toContain('X-WR-CALNAME:Desk\\, dates\r\n');
    expect(eventsOf(text)).toHaveLength(1);
    const tag = shown.headers.get('etag') as string;
    expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const listed = await client.get('/calendar-links');
    expect(listed.body.items).toMatchObject([{ id, name: 'Desk, \n dates', under: 'desk' }]);
    expect(JSON.stringify(listed.body)).not.toContain('wmc_');
    // it opens nothing else
    const token = /wmc_\w+/.exec(url)?.[0] as string;
    expect((await new Client(api.url, token).get('/units')).status).toBe(401);
    const stranger = await api.newProgram('stranger');
    expect((await stranger.get('/calendar-links')).body.items).toEqual([]);
    expect((await stranger.delete(`/calendar-links/${id}`)).status).toBe(404);
    expect((await client.delete(`/calendar-links/${id}`)).status).toBe(204);
    expect((await fetch(url)).status).toBe(404);
    expect((await client.delete(`/calendar-links/${id}`)).status).toBe(404);
  });

  test('is kept nowhere in clear', async () => {
    const { body } = await client.post('/calendar-links', { name: 'Secret' });
    const token = /wmc_\w+/.exec(body.url)?.[0] as string;
    await (await fetch(body.url)).text();
    expect(lines.join('\n')).toContain('/calendars/[redacted]');
    expect(lines.join('\n')).not.toContain(token);
    const rows = await api.database.inProgram('calendar', (tx) =>
      tx.query<{ row: string }>(
        'SELECT row_to_json(calendar_link)::text AS row FROM calendar_link',
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('that nobody made is not found, and a unit that is not there is told', async () => {
    const wrong = `wmc_${'0'.repeat(49)}`;
    expect((await fetch(`${api.url}/api/v1/calendars/${wrong}.ics`)).status).toBe(404);
    expect((await fetch(`${api.url}/api/v1/calendars/x.ics`)).status).toBe(404);
    const refused = await client.post('/calendar-links', { name: 'X', under: 'none' });
    expect(refused).toMatchObject({ status: 404, body: { errors: [{ pointer: '/under' }] } });
  });
});
