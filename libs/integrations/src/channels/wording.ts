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
import { titleOf } from './titles.js';

type Stage = { readonly ordinal: number; readonly name: string } | null | undefined;

/** What a message calls the things that are known by keys. */
export interface Names {
  /** What the program is called. */
  readonly program: string;
  /** The titles of its models, by their keys; one that has none is called by its key. */
  readonly models: ReadonlyMap<string, string>;
}

/** One thing in words, and the page that shows it. */
function noticeOf({ type, unit, name, severity, data }: NoticeRow, names: Names): Notice {
  if (unit === null) return { severity, text: String(data.words), path: String(data.path) };
  if (type === 'target.late') {
    const text = `${name}: ${String(data.title)} is late; it was due ${String(data.due)}.`;
    return { severity, text, path: roadmapPath(unit) };
  }
  if (type === 'alert.opened') {
    return { severity, text: `${name}: ${String(data.summary)}`, path: ALERTS_PATH };
  }
  const [from, to] = [data.from as Stage, data.to as Stage];
  const model = modelOf(data, names);
  const text = !to
    ? `${name} has no standing in ${model} any more.`
    : !from
      ? `${name} stands at ${to.name} in ${model}.`
      : `${name} ${to.ordinal < from.ordinal ? 'fell' : 'rose'} from ${from.name} to ${to.name} in ${model}.`;
  return { severity, text, path: unitPath(unit) };
}

function modelOf({ model }: NoticeRow['data'], { models }: Names): string {
  return models.get(String(model)) ?? String(model);
}

/** Whether a standing fell that an alert of the same message tells of: same unit, same model, same instant. */
function isToldBy(alerts: readonly NoticeRow[], fell: NoticeRow, names: Names): boolean {
  if (fell.type !== 'standing.changed' || fell.severity === 'info') return false;
  // alerts name their model by its title alone, before what they say of it
  const begins = `${modelOf(fell.data, names)}: `;
  return alerts.some(
    ({ unit, data }) =>
      unit === fell.unit &&
      data.openedAt === fell.data.at &&
      String(data.summary).startsWith(begins),
  );
}

/** What a channel is told, as one message; a fall that an alert tells of as well is told by the alert. */
export function wordsOf(
  names: Names,
  rows: readonly NoticeRow[],
  how: How,
  address: string | undefined,
): Message {
  const alerts = rows.filter(
    ({ type, data }) => type === 'alert.opened' && data.rule === 'stage-lost',
  );
  const told = rows.filter((row) => !isToldBy(alerts, row, names));
  const notices = told.map((row) => noticeOf(row, names));
  return messageOf(`${names.program}: ${titleOf(told, how)}`, notices, address);
}

/** What a test says. */
export function testWords({ program }: Names, address: string | undefined): Message {
  const text = 'This is a test: the channel works. Nothing happened in the program.';
  return messageOf(`${program}: a test`, [{ severity: 'info', text, path: '/' }], address);
}
