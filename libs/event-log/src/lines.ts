import { EVENT_TYPES, type EventType } from '#lib/domain';
import { z } from 'zod';
import { EXPORT_SEAL, KEY_CHANGE, SIGNED_HEAD } from './heads/signed-head.js';

/**
 * The lines of an exported log, in this order: one header, uploaded models, keys, events in log
 * order, the head, and the signed head. Each is one JSON object with the member `line`. Format 1
 * knew no signed head, and no export without keys.
 */
export const FORMAT = 2;

/** Written in the one way in which they can be. */
const bytes = z.base64().refine((text) => Buffer.from(text, 'base64').toString('base64') === text, {
  error: 'must be base64',
});
/** Milliseconds since 1970, of the years 1 to 9999. */
const instant = z.int().min(Date.parse('0001-01-01')).max(Date.parse('9999-12-31'));
const keyed = z.string().regex(/^[a-z0-9-]{1,64}$/);

const HEADER = z.strictObject({
  line: z.literal('waymark-log'),
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  program: z.string(),
  exportedAt: z.string(),
  /** The keys were left out on purpose: it can be verified, and not be read. */
  keys: z.literal('none').optional(),
});

const MODEL = z.strictObject({
  line: z.literal('model'),
  model: keyed,
  version: z.int32().positive(),
  hash: z.string(),
  yaml: z.string(),
});

/** The key in clear: whoever has the file can read what its subject wrote. */
const KEY = z.strictObject({
  line: z.literal('key'),
  subject: z.guid().lowercase(),
  secret: bytes.refine((text) => Buffer.from(text, 'base64').length === 32, {
    error: 'must be 32 bytes in base64',
  }),
});

const EVENT = z.strictObject({
  line: z.literal('event'),
  position: z.int().positive(),
  id: z.guid(),
  type: z.enum(EVENT_TYPES as readonly EventType[]),
  shape: z.int().positive(),
  unit: keyed.nullable(),
  occurredAt: z.string(),
  effectiveAt: instant,
  recordedAt: instant,
  author: z.guid(),
  actor: z.strictObject({ name: z.string() }),
  source: z.string(),
  sourceId: z.string(),
  data: z.record(z.string(), z.unknown()),
  digest: bytes,
  hash: bytes,
});

/** What a fact carried over by a merger says of its origin. */
const CARRIED = z.object({
  carriedFrom: z.strictObject({ unit: keyed, event: z.guid() }).optional(),
  achievedAt: z.iso.datetime().optional(),
});

const HEAD = z.strictObject({
  line: z.literal('head'),
  position: z.int().nonnegative(),
  hash: bytes,
  cataloguePosition: z.int().nonnegative(),
});

/** Proves, to those who have the public key, the head and every line before. */
const SIGNED = z.strictObject({
  line: z.literal('signed-head'),
  head: SIGNED_HEAD,
  seal: EXPORT_SEAL,
  /** How the keys of the server followed each other. */
  keys: z.array(KEY_CHANGE),
});

const LINE = z.discriminatedUnion('line', [HEADER, MODEL, KEY, EVENT, HEAD, SIGNED]);

/** The kinds of lines in the order in which they stand. */
export const ORDER: readonly Line['line'][] = [
  'waymark-log',
  'model',
  'key',
  'event',
  'head',
  'signed-head',
];

/** One line of an exported log. */
export type Line = z.output<typeof LINE>;
export type LineOf<Kind extends Line['line']> = Extract<Line, { line: Kind }>;

/** Reads one line. Answers what is wrong with it when it is none. */
export function parseLine(text: string): Line | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'this is not JSON.';
  }
  // such a member would be passed over by what reads it, and so by the chain
  if (SUSPICIOUS.test(text) && hidesMember(parsed)) return 'it has a member named "__proto__".';
  const line = LINE.safeParse(parsed);
  if (!line.success) return said(line.error, 'the line');
  if (line.data.line === 'event' && line.data.type === 'milestone.achieved') {
    const origin = CARRIED.safeParse(line.data.data);
    if (!origin.success) return `data.${said(origin.error, 'data')}`;
  }
  return line.data;
}

/** The name, or a letter of it written as a number. */
const SUSPICIOUS = /__proto__|\\u00/;

function hidesMember(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hidesMember);
}

function said({ issues: [issue] }: z.ZodError, whole: string): string {
  return `${issue?.path.join('.') || whole}: ${issue?.message}.`;
}
