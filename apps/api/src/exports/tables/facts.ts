import type { QueryBus } from '@nestjs/cqrs';
import type { EventId, EventType, Position } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import { type LogFilter, LogSearchQuery, type Viewer } from '#lib/projections';
import { instantText } from '../../http/instants.js';
import { eventView } from '../../http/views.js';
import { type Cell, type Column, pageByPage, table } from '../export-table.js';
import type { Exportable, ExportWish } from '../export-wish.js';
import { unitsNow } from './units.js';

const PAGE = 1_000;

const member = (event: StoredEvent, name: string): Cell => {
  const value = (event.data as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

const evidence = (event: StoredEvent) =>
  event.type === 'milestone.achieved' ? event.data.evidence?.[0] : undefined;

const MILESTONE_COLUMNS: readonly Column<StoredEvent>[] = [
  ['unit', ({ unit }) => unit],
  ['milestone', (event) => member(event, 'milestone')],
  ['occurredAt', ({ occurredAt }) => occurredAt],
  ['record', ({ type }) => type.replace('milestone.', '')],
  ['degree', (event) => member(event, 'degree')],
  ['note', (event) => member(event, 'note') ?? member(event, 'reason')],
  ['evidence', (event) => evidence(event)?.url ?? null],
  ['evidenceTitle', (event) => evidence(event)?.title ?? null],
];

const ASSESSMENT_COLUMNS: readonly Column<StoredEvent>[] = [
  ['unit', ({ unit }) => unit],
  ['milestone', (event) => member(event, 'milestone')],
  ['outcome', (event) => member(event, 'outcome')],
  ['occurredAt', ({ occurredAt }) => occurredAt],
  ['by', (event) => member(event, 'by')],
  ['note', (event) => member(event, 'note')],
];

const LOG_COLUMNS: readonly Column<StoredEvent>[] = [
  ['position', ({ position }) => position],
  ['recordedAt', ({ recordedAt }) => instantText(recordedAt)],
  ['type', ({ type }) => type],
  ['unit', ({ unit }) => unit],
  ['occurredAt', ({ occurredAt }) => occurredAt],
  ['effectiveAt', ({ effectiveAt }) => instantText(effectiveAt)],
  ...['milestone', 'degree', 'outcome', 'target', 'due', 'model', 'note', 'reason'].map(
    (name): Column<StoredEvent> => [name, (event) => member(event, name)],
  ),
  ['actor', ({ actor }) => actor],
  ['source', ({ source }) => source],
  ['id', ({ id }) => id],
];

const factsOf = (
  columns: readonly Column<StoredEvent>[],
  types: readonly EventType[],
): Exportable => ({
  narrowedBy: ['under', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({ columns, items: counting(queries, wish, types), view: eventView }),
});

/** Milestones that were achieved or lapsed, as an import reads them. */
export const MILESTONES = factsOf(MILESTONE_COLUMNS, ['milestone.achieved', 'milestone.lapsed']);

/** What was looked at and is not in place, or does not apply, as an import reads it. */
export const ASSESSMENTS = factsOf(ASSESSMENT_COLUMNS, ['milestone.assessed']);

/** Everything that was recorded, what was taken back included. */
export const LOG: Exportable = {
  narrowedBy: ['knownAt'],
  open: (queries, { viewer, knownAt }) =>
    table({
      columns: LOG_COLUMNS,
      items: eventsOf(queries, viewer, knownBy(knownAt)),
      view: eventView,
    }),
};

/** What was recorded by an instant, that instant included. */
function knownBy(knownAt: number | undefined): LogFilter {
  return knownAt === undefined ? {} : { to: knownAt + 1 };
}

function eventsOf(
  queries: QueryBus,
  viewer: Viewer,
  filter: LogFilter,
): AsyncGenerator<StoredEvent> {
  return pageByPage((after: Position | undefined) =>
    queries.execute(
      new LogSearchQuery(viewer, filter, { order: 'asc', after: after ?? 0, limit: PAGE }),
    ),
  );
}

/** Those that count: what was retracted, by what is known, is left out. */
async function* counting(
  queries: QueryBus,
  wish: ExportWish,
  types: readonly EventType[],
): AsyncGenerator<StoredEvent> {
  const { viewer, under, asOf, knownAt } = wish;
  const within = under === undefined ? undefined : new Set<string>();
  if (within) for await (const { unit } of unitsNow(queries, wish)) within.add(unit);
  const known = knownBy(knownAt);
  const takenBack = await retractedIn(
    eventsOf(queries, viewer, { ...known, types: ['event.retracted'] }),
  );
  for await (const event of eventsOf(queries, viewer, { ...known, types })) {
    if (takenBack.has(event.id)) continue;
    if (asOf !== undefined && event.effectiveAt > asOf) continue;
    if (within === undefined || (event.unit !== null && within.has(event.unit))) yield event;
  }
}

async function retractedIn(retractions: AsyncIterable<StoredEvent>): Promise<ReadonlySet<EventId>> {
  const said: (readonly [by: EventId, event: EventId])[] = [];
  for await (const one of retractions) {
    if (one.type === 'event.retracted') said.push([one.id, one.data.event]);
  }
  const takenBack = new Set<EventId>();
  // a retraction may be taken back itself, by a later one
  for (const [by, event] of said.reverse()) if (!takenBack.has(by)) takenBack.add(event);
  return takenBack;
}
