import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { UnknownModel } from '../errors.js';
import { maskEvents } from '../log/masked.js';
import { type Asked, type Moment, Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import type { Viewer } from '../sight.js';
import { type Transition, transitionsOf } from '../standing/transitions.js';
import { type HistoryFilter, narrowing } from './history-filter.js';

/** One entry of a unit's timeline. `at` is when it was true in the organisation. */
export type HistoryEntry =
  | { readonly kind: 'event'; readonly at: Instant; readonly event: StoredEvent }
  | ({ readonly kind: 'transition' } & Transition);

/** Newest first. */
export interface HistoryAnswer extends Moment {
  readonly unit: UnitKey;
  readonly items: readonly HistoryEntry[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** A unit's events and the changes of its stages on one timeline, newest first. @throws UnknownUnit, UnknownModel, KnownAtInFuture */
export class HistoryQuery extends Query<HistoryAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly page: { readonly limit: number; readonly after?: string },
    readonly asked: Asked = {},
    /** The same on every page. */
    readonly filter: HistoryFilter = {},
  ) {
    super();
  }
}

/** More events than a unit has. */
const ALL = 1_000_000;

@QueryHandler(HistoryQuery)
export class HistoryQueryHandler implements IQueryHandler<HistoryQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ viewer, unit, page, asked, filter }: HistoryQuery): Promise<HistoryAnswer> {
    const { program } = viewer;
    const from = parsePage(page.after);
    // later pages read what the first one saw, so that nothing is shown twice or left out
    const knownAt = from?.knownAt ?? asked.knownAt;
    const moment = await this.moments.settle(program, { asOf: from?.asOf ?? asked.asOf, knownAt });
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        const { position, asOf } = moment;
        await requireSeen(tx, viewer, unit);
        const [{ world, projection, catalogue }, events] = await Promise.all([
          this.moments.around(tx, program, unit, position),
          this.moments.log.readLatestOf(tx, program, unit, { upTo: position, limit: ALL }),
        ]);
        const around = [unit, ...world.everAbove(unit)].flatMap((of) => world.eventsOf(of));
        const sight = await projection.sight(unit, position);
        const { index, view } = await catalogue.at(position);
        if (filter.model !== undefined && !view.models.has(filter.model)) {
          throw new UnknownModel(filter.model);
        }
        const all: HistoryEntry[] = [
          ...transitionsOf(sight, asOf, around).map((transition) => ({
            kind: 'transition' as const,
            ...transition,
          })),
          ...events
            .filter((event) => event.effectiveAt <= asOf)
            .map((event) => ({ kind: 'event' as const, at: event.effectiveAt, event })),
        ];
        const entries = all.filter(narrowing(filter, around, index)).sort(newestFirst);
        const start = from?.start ?? 0;
        const items = await masked(tx, viewer, entries.slice(start, start + page.limit));
        const end = start + items.length;
        const next = end < entries.length ? `${moment.asOf}.${moment.knownAt}.${end}` : null;
        return { unit, ...moment, items, next };
      },
      { readOnly: true },
    );
  }
}

/** The entries of one page, the keys of units out of sight null. */
async function masked(
  tx: Tx,
  viewer: Viewer,
  entries: readonly HistoryEntry[],
): Promise<readonly HistoryEntry[]> {
  const events = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
  const shown = new Map(
    (await maskEvents(tx, viewer, events)).map((event) => [event.position, event]),
  );
  return entries.map((entry) =>
    entry.kind === 'event'
      ? { ...entry, event: shown.get(entry.event.position) ?? entry.event }
      : entry,
  );
}

function parsePage(after: string | undefined) {
  const [asOf, knownAt, start] = (after ?? '').split('.').map(Number);
  if (asOf === undefined || knownAt === undefined || start === undefined) return undefined;
  return { asOf, knownAt, start };
}

/** At one instant the transition stands above the events that caused it. */
function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.kind === 'event' && b.kind === 'event') return b.event.position - a.event.position;
  return a.kind === b.kind ? 0 : a.kind === 'transition' ? -1 : 1;
}
