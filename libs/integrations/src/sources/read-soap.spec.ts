import { describe, expect, test } from 'vitest';
import { readOutboundMessage } from './read-soap.js';

const notification = (fields: string) =>
  `<Notification><Id>04l000000000001AAA</Id><sObject xsi:type="sf:Opportunity">${fields}</sObject></Notification>`;
/** @source developer.salesforce.com, SOAP API Developer Guide, "Understanding the Outbound Messaging WSDL" */
const message = (notifications: string, before = '') =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${before}
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>00D000000000001AAA</OrganizationId>
   <ActionId>04k000000000001AAA</ActionId>
   <SessionId>a-secret-session</SessionId>
   ${notifications}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`);

describe('an outbound message of Salesforce', () => {
  test('is read with its fields as texts, and without its session', () => {
    const fields =
      '<sf:Id>006000000000001AAA</sf:Id><sf:Name>Fish &amp; Chips &lt;1&gt;</sf:Name><sf:Amount>007</sf:Amount><sf:Owner/>';
    const read = readOutboundMessage(message(notification(fields)));
    expect(read).toEqual({
      organization: '00D000000000001AAA',
      notifications: [
        {
          id: '04l000000000001AAA',
          type: 'Opportunity',
          payload: {
            organizationId: '00D000000000001AAA',
            actionId: '04k000000000001AAA',
            sObject: {
              Id: '006000000000001AAA',
              Name: 'Fish & Chips <1>',
              Amount: '007',
              Owner: null,
            },
          },
        },
      ],
    });
    expect(JSON.stringify(read)).not.toContain('a-secret-session');
  });

  const field = (value: string) => notification(`<sf:Name>${value}</sf:Name>`);
  const laughs = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');

  test.each([
    ['a file that is named', '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>', '&file;'],
    ['entities in entities', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, '&l10;'],
    ['a document type in small letters', '<!doctype x>', 'plain'],
    ['an entity by itself', '<!ENTITY file SYSTEM "file:///etc/passwd">', '&file;'],
  ])('with %s is none', (_, before, value) => {
    expect(readOutboundMessage(message(field(value), before))).toBeUndefined();
  });

  test('keeps an entity that nobody declared as it is written', () => {
    const read = readOutboundMessage(message(field('&file; &#x41;')));
    expect(read?.notifications[0]?.payload.sObject).toEqual({ Name: '&file; &#x41;' });
  });

  test.each([
    ['is no XML', Buffer.from('{"a": 1}')],
    ['is cut off', message(field('x')).subarray(0, 400)],
    ['is empty', Buffer.alloc(0)],
    ['holds nothing', message('')],
    ['holds more than a hundred', message(field('x').repeat(101))],
    ['is deeper than a message', message(notification('<a>'.repeat(1_000)))],
  ])('that %s is none', (_, body) => {
    expect(readOutboundMessage(body)).toBeUndefined();
  });
});
