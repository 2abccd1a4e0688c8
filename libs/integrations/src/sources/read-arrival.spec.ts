import { describe, expect, test } from 'vitest';
import type { Arrival } from './arrival.js';
import { keptHeaders } from './arrival.js';
import { readArrival } from './read-arrival.js';
import { readOutboundMessage } from './read-soap.js';

const arrival = (body: string, headers: Arrival['headers'] = {}): Arrival => ({
  ...{ headers, query: {}, at: 0 },
  body: Buffer.from(body),
});

describe('an arrival', () => {
  test('without an id of its tool is known by its bytes', () => {
    const [one] = readArrival('generic', arrival('{"type":"a"}'));
    const [same] = readArrival('generic', arrival('{"type":"a"}'));
    const [other] = readArrival('generic', arrival('{"type":"b"}'));
    expect(one?.toolId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(same?.toolId).toBe(one?.toolId);
    expect(other?.toolId).not.toBe(one?.toolId);
  });

  test.each([
    ['is no JSON', '{"type":', 'The body is not JSON.'],
    ['is nested too deep', '['.repeat(40) + ']'.repeat(40), 'deeper than 32 levels'],
    ['holds too many values', `[${'1,'.repeat(200_001)}1]`, 'more than 200000 values'],
  ])('that %s is kept and says so', (_, body, reason) => {
    const [read] = readArrival('generic', arrival(body));
    expect(read?.unreadable).toContain(reason);
    expect(read?.body).toBe(body);
  });

  test('of a form is what stands in its field', () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-github-event': 'ping',
      'x-github-delivery': 'one',
    };
    const [read] = readArrival('github', arrival('payload=%7B%22zen%22%3A%22ok%22%7D', headers));
    expect(read).toEqual({ toolId: 'one', event: 'ping', body: '{"zen":"ok"}' });
  });

  test('tells nothing that cannot be kept', () => {
    const [read] = readArrival('generic', arrival('{"type":"a\\u0000b\\ud800"}'));
    expect(read?.event).toBe('ab\ufffd');
    expect(readArrival('generic', arrival('{"type":{"a":1}}'))[0]?.event).toBe('');
  });

  test('keeps no header that could be used again', () => {
    const secrets = {
      ...{ authorization: 'Basic x', cookie: 'a=b', 'x-gitlab-token': 'x', 'x-waymark-token': 'x' },
      ...{ 'x-hub-signature': 'x', 'x-hub-signature-256': 'x', 'webhook-signature': 'x' },
      ...{ 'x-api-key': 'x', 'x-client-secret': 'x', 'proxy-authorization': 'x' },
    };
    const kept = { 'x-github-event': 'ping', 'user-agent': 'GitHub-Hookshot' };
    expect(keptHeaders({ ...secrets, ...kept })).toEqual(kept);
  });
});

describe('an outbound message', () => {
  const message = (inside: string, before = '') =>
    Buffer.from(`${before}<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
      <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
      <OrganizationId>00D000000000001EAA</OrganizationId>${inside}</notifications></s:Body></s:Envelope>`);
  const notification = (id: string, fields = '') =>
    `<Notification><Id>${id}</Id><sObject xsi:type="sf:Account" xmlns:sf="urn:x">${fields}</sObject></Notification>`;

  test('is as many deliveries as it holds notifications', () => {
    const body = message(notification('04l1') + notification('04l2'));
    const read = readArrival('salesforce', { headers: {}, query: {}, at: 0, body });
    expect(read.map(({ toolId, event }) => [toolId, event])).toEqual([
      ['04l1', 'Account'],
      ['04l2', 'Account'],
    ]);
  });

  test.each([
    ['names a document type', message(notification('04l1'), '<!DOCTYPE x [<!ENTITY e "x">]>')],
    [
      'is nested too deep',
      message(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}${notification('04l1')}`),
    ],
    ['holds nothing', message('')],
    ['holds more than Salesforce sends', message(notification('04l1').repeat(101))],
    ['is no XML', Buffer.from('{"a":1}')],
    ['breaks off', Buffer.from('<s:Envelope><s:Body><notifications>')],
  ])('that %s is none', (_, body) => {
    expect(readOutboundMessage(body)).toBeUndefined();
  });

  test('resolves the entities of XML, and no other', () => {
    const body = message(notification('04l1', '<sf:Name>&lt;R&amp;D&gt; &#65;&nbsp;</sf:Name>'));
    const payload = readOutboundMessage(body)?.notifications[0]?.payload;
    expect(payload).toMatchObject({ sObject: { Name: '<R&D> &#65;&nbsp;' } });
  });
});
