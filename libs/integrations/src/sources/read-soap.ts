import { XMLParser } from 'fast-xml-parser';

/** Entities are never resolved, so that no document can name files or grow while it is read. */
const parser = new XMLParser({
  processEntities: { enabled: false },
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  maxNestedTags: 16,
  isArray: (name: string) => name === 'Notification',
});

const PREDEFINED: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" },
};
const MOST_NOTIFICATIONS = 100;

/** What Salesforce tells in one outbound message. */
export interface OutboundMessage {
  readonly organization: string;
  /** Its id, and the record with the fields that were chosen for the message. */
  readonly notifications: readonly {
    readonly id: string;
    /** The type of its record, such as `Opportunity`. */
    readonly type: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Reads an outbound message; undefined when it is none. The session it may carry is left out.
 * @source developer.salesforce.com, SOAP API Developer Guide, Understanding the Outbound Messaging WSDL
 */
export function readOutboundMessage(body: Buffer): OutboundMessage | undefined {
  const text = body.toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  let document: unknown;
  try {
    document = parser.parse(text, true);
  } catch {
    return undefined;
  }
  const told = at(document, 'Envelope', 'Body', 'notifications');
  const organization = textAt(told, 'OrganizationId');
  const given = at(told, 'Notification');
  if (organization === undefined || !Array.isArray(given)) return undefined;
  if (given.length === 0 || given.length > MOST_NOTIFICATIONS) return undefined;
  const notifications = given.map((one: unknown) => {
    const record = at(one, 'sObject');
    return {
      id: textAt(one, 'Id') ?? '',
      type: (textAt(record, '@type') ?? 'notification').replace(/^[^:]*:/, ''),
      payload: {
        organizationId: organization,
        actionId: textAt(told, 'ActionId') ?? null,
        sObject: plain(record ?? {}),
      },
    };
  });
  return notifications.every(({ id }) => id !== '') ? { organization, notifications } : undefined;
}

/** What Salesforce wants to hear; anything else and it sends the message again for a day. */
export const SOAP_ACKNOWLEDGEMENT =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
  '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>' +
  '</soapenv:Body></soapenv:Envelope>';

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Readonly<Record<string, unknown>>)[step]
        : undefined,
    value,
  );
}

function textAt(value: unknown, step: string): string | undefined {
  const found = at(value, step);
  return typeof found === 'string' ? found : undefined;
}

/** The five entities that XML itself has, put back; an element without content is null. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value === '') return null;
    return value.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => PREDEFINED[name] ?? '');
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !name.startsWith('@'));
  const [first] = members;
  if (members.length === 0) return null;
  if (members.length === 1 && first?.[0] === '#text') return plain(first[1]);
  return Object.fromEntries(members.map(([name, inner]) => [name, plain(inner)]));
}
