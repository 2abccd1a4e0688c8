import type { Instant } from '#lib/domain';
import type { How } from './channel.js';
import type { NoticeRow } from './due-messages.js';
import {
  ALERTS_PATH,
  type Message,
  messageOf,
  type Notice,
  roadmapPath,
  unitPath,
} from './message.js';

type Stage = { readonly ordinal: number; readonly name: string } | null | undefined;

/** One thing in words, and the page that shows it. */
function noticeOf({ type, unit, name, severity, data }: NoticeRow): Notice {
  if (unit === null) return { severity, text: String(data.words), path: String(data.path) };
  if (type === 'target.late') {
    const text = `${name}: ${String(data.title)} is late; it was due ${String(data.due)}.`;
    return { severity, text, path: roadmapPath(unit) };
  }
  if (type === 'alert.opened') {
    return { severity, text: `${name}: ${String(data.summary)}`, path: ALERTS_PATH };
  }
  const [from, to] = [data.from as Stage, data.to as Stage];
  const model = String(data.model);
  const text = !to
    ? `${name} has no standing in ${model} any more.`
    : !from
      ? `${name} stands at ${to.name} in ${model}.`
      : `${name} ${to.ordinal < from.ordinal ? 'fell' : 'rose'} from ${from.name} to ${to.name} in ${model}.`;
  return { severity, text, path: unitPath(unit) };
}

/** What a channel is told, as one message. */
export function wordsOf(
  program: string,
  rows: readonly NoticeRow[],
  how: How,
  address: string | undefined,
): Message {
  const [first] = rows;
  const notices = rows.map(noticeOf);
  const count = rows.length === 1 ? '1 thing' : `${rows.length} things`;
  const title =
    how.mode === 'digest'
      ? `${program}: what happened since the last digest (${count})`
      : rows.length === 1 && first
        ? `${program}: ${first.name === null ? 'a notice' : `news of ${first.name}`}`
        : `${program}: ${count} happened`;
  return messageOf(title, notices, address);
}

/** What a test says. */
export function testWords(program: string, now: Instant, address: string | undefined): Message {
  const at = new Date(now).toISOString().slice(0, 16).replace('T', ' ');
  const text = `This is a test of ${at} UTC. Nothing happened.`;
  return messageOf(`${program}: a test`, [{ severity: 'info', text, path: '/' }], address);
}
