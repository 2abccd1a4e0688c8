import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type AnyEvent,
  type CommentSubject,
  type Instant,
  type Position,
  retractedEvents,
  type UnitKey,
} from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import { Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import type { Viewer } from '../sight.js';

/** What somebody said about a unit. */
export interface Comment {
  readonly id: string;
  readonly position: Position;
  readonly text: string;
  readonly about: CommentSubject | null;
  /** Who said it, by name, and the id of their account or key. */
  readonly actor: string;
  readonly author: string;
  readonly recordedAt: Instant;
}

/** Newest first; those that were taken back are left out. */
export interface CommentsAnswer {
  readonly items: readonly Comment[];
  /** The position after which the next page begins, going back; null at the end. */
  readonly next: Position | null;
}

/** What was said about a unit, or about some of what belongs to it. @throws UnknownUnit */
export class CommentsQuery extends Query<CommentsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly about: CommentSubject,
    readonly page: { readonly limit: number; readonly before?: Position },
  ) {
    super();
  }
}

@QueryHandler(CommentsQuery)
export class CommentsQueryHandler implements IQueryHandler<CommentsQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, unit, about, page }: CommentsQuery): Promise<CommentsAnswer> {
    const { database, log } = this.moments;
    const { program } = viewer;
    return database.inProgram(
      program,
      async (tx) => {
        await requireSeen(tx, viewer, unit);
        const { position } = await log.head(tx, program);
        const events = await log.readUnits(tx, program, [unit], position);
        const { before = Number.POSITIVE_INFINITY, limit } = page;
        const found = standing(events)
          .filter((event) => isAbout(event, about) && event.position < before)
          .map((event) => event.position)
          .sort((a, b) => b - a);
        const shown = found.slice(0, limit);
        const items = (await log.readAt(tx, program, shown)).map(commentOf);
        return { items, next: found.length > limit ? (shown.at(-1) ?? null) : null };
      },
      { readOnly: true },
    );
  }
}

type Made = Extract<AnyEvent, { type: 'comment.made' }>;

function standing(events: readonly AnyEvent[]): readonly Made[] {
  const retracted = retractedEvents(events);
  return events.filter(
    (event): event is Made => event.type === 'comment.made' && !retracted.has(event.id),
  );
}

function isAbout({ data }: Made, about: CommentSubject): boolean {
  const { event, model, milestone, target } = data.about ?? {};
  return (
    (about.event === undefined || about.event === event) &&
    (about.model === undefined || about.model === model) &&
    (about.milestone === undefined || about.milestone === milestone) &&
    (about.target === undefined || about.target === target)
  );
}

function commentOf(event: StoredEvent): Comment {
  const { id, position, actor, author, recordedAt, data } = event;
  const { text, about = null } = data as Made['data'];
  return { id, position, text, about, actor, author, recordedAt };
}
