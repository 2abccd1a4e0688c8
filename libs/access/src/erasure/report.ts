import type { Position, ProgramId, UnitKey } from '#lib/domain';
import { ERASED, type EventLog } from '#lib/event-log';
import type { Database } from '#lib/platform';
import type { Found } from './found.js';

/** A text of somebody in the log. */
export interface OwnText {
  readonly position: Position;
  readonly event: string;
  readonly unit: UnitKey | null;
  /** Where in the event, as in `/data/note`. */
  readonly pointer: string;
  readonly text: string;
}

/** What the log holds of somebody, from a position on. */
export interface Report {
  /** What they are called, and their addresses. */
  readonly names: readonly string[];
  readonly items: readonly OwnText[];
  /** After which position it goes on; null: that was all. */
  readonly next: Position | null;
}

const PAGE = 2_000;
/** A page ends with the event that reaches it. */
const TEXTS_AT_ONCE = 1_000;

/** The texts that an erasure would destroy, in clear. */
export async function report(
  database: Database,
  log: EventLog,
  program: ProgramId,
  { subjects, names }: Found,
  start: Position,
): Promise<Report> {
  const theirs = new Set(subjects);
  const items: OwnText[] = [];
  for (let after = start; ; ) {
    const page = await database.inProgram(program, (tx) => log.readTold(tx, program, after, PAGE), {
      readOnly: true,
    });
    for (const { position, id: event, unit, texts } of page) {
      for (const { subject, text, pointer } of texts) {
        if (subject === null || !theirs.has(subject) || text === ERASED) continue;
        items.push({ position, event, unit, pointer, text });
      }
      if (items.length >= TEXTS_AT_ONCE) return { names, items, next: position };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { names, items, next: null };
    after = last.position;
  }
}
