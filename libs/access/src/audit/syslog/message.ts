import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { AuditEntry } from '../entry.js';

/** Facility 13, "log audit". */
const FACILITY = 13;
const NOTICE = 5;
const WARNING = 4;
/** Documented for examples and private use; a number of our own would have to be registered. */
const ENTERPRISE = 32473;
const BOM = '\ufeff';

/**
 * An entry as a message of RFC 5424: what a machine reads as structured data, and a line for people
 * in UTF-8 after a byte order mark, as the RFC wants it.
 * @source RFC 5424, section 6
 */
export function syslogMessage(program: string, entry: AuditEntry): string {
  const { position, at, action, outcome, actor, from, about } = entry;
  const priority = FACILITY * 8 + (outcome === 'denied' ? WARNING : NOTICE);
  const data = element(`waymark@${ENTERPRISE}`, {
    program,
    position,
    action,
    outcome,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    from,
  });
  const more = element(`about@${ENTERPRISE}`, about);
  const who = actor.name ?? actor.id ?? actor.kind;
  const words = `${action} ${outcome} by ${who}${from === null ? '' : ` from ${from}`}`;
  const header = [
    `<${priority}>1`,
    new Date(at).toISOString(),
    printable(hostname(), 255),
    'waymark',
    process.pid,
    messageId(action),
  ].join(' ');
  return `${header} ${data}${more} ${BOM}${words.replace(/\p{Cc}/gu, ' ')}`;
}

/** At most 32 printable characters; what is longer ends in a hash, so that two stay two. */
function messageId(action: string): string {
  if (action.length <= 32) return printable(action, 32);
  return `${action.slice(0, 23)}-${createHash('sha256').update(action).digest('hex').slice(0, 8)}`;
}

/** An SD-ELEMENT; nothing without parameters. What is null is left out. */
function element(
  id: string,
  parameters: Readonly<Record<string, string | number | boolean | null>>,
): string {
  const said = Object.entries(parameters).filter(([, value]) => value !== null);
  if (said.length === 0) return '';
  return `[${[id, ...said.map(([name, value]) => `${name}="${escaped(String(value))}"`)].join(' ')}]`;
}

/** `"`, `\` and `]` are escaped by `\`; control characters would end lines of what reads along. */
function escaped(value: string): string {
  return value.replace(/["\\\]]/g, '\\$&').replace(/\p{Cc}/gu, ' ');
}

function printable(text: string, longest: number): string {
  return text.replace(/[^\x21-\x7e]/g, '_').slice(0, longest) || '-';
}
