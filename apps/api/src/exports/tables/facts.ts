import type { QueryBus } from '@nestjs/cqrs';
import type { EventId, EventType, Instant, MilestoneKey, Position } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import {
  type LogFilter,
  LogSearchQuery,
  type Moment,
  type Titles,
  type Viewer,
} from '#lib/projections';
import { instantText } from '../../http/instants.js';
import { eventView } from '../../http/views.js';
import { type Cell, type Column, pageByPage, table } from '../export-table.js';
import { type Exportable, type ExportWish, said } from '../export-wish.js';
import { type Titled, titled } from '../titled.js';
import { unitsNow } from './units.js';

const PAGE = 1_000;

const member = (event: StoredEvent, name: string): Cell => {
  const value = (event.data as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

function milestoneTitle(event: StoredEvent, titles: Titles): Cell {
  const key = member(event, 'milestone');
  return typeof key === 'string' ? (titles.milestone(key as MilestoneKey) ?? null) : null;
}

const evidence = (event: StoredEvent) =>
  event.type === 'milestone.achieved' ? event.data.evidence?.[0] : undefined;

type Fact = Titled<StoredEvent>;

/** Whom it is about, and what of: by their keys, and as they are called. */
const ABOUT: readonly Column<Fact>[] = [
  ['unit', ({ item }) => item.unit],
  ['name', ({ item: { unit }, titles }) => (unit && titles.unit(unit)) ?? null],
  ['milestone', ({ item }) => member(item, 'milestone')],
  ['milestoneTitle', ({ item, titles }) => milestoneTitle(item, titles)],
];

const MILESTONE_COLUMNS: readonly Column<Fact>[] = [
  ...ABOUT,
  ['occurredAt', ({ item }) => item.occurredAt, 'day'],
  ['record', ({ item }) => item.type.replace('milestone.', '')],
  ['degree', ({ item }) => member(item, 'degree')],
  ['note', ({ item }) => member(item, 'note') ?? member(item, 'reason')],
  ['evidence', ({ item }) => evidence(item)?.url ?? null],
  ['evidenceTitle', ({ item }) => evidence(item)?.title ?? null],
];

const ASSESSMENT_COLUMNS: readonly Column<Fact>[] = [
  ...ABOUT,
  ['outcome', ({ item }) => member(item, 'outcome')],
  ['occurredAt', ({ item }) => item.occurredAt, 'day'],
  ['by', ({ item }) => member(item, 'by')],
  ['note', ({ item }) => member(item, 'note')],
];

const LOG_COLUMNS: readonly Column<StoredEvent>[] = [
  ['position', ({ position }) => position],
  ['recordedAt', ({ recordedAt }) => instantText(recordedAt), 'instant'],
  ['type', ({ type }) => type],
  ['unit', ({ unit }) => unit],
  ['occurredAt', ({ occurredAt }) => occurredAt, 'day'],
  ['effectiveAt', ({ effectiveAt }) => instantText(effectiveAt), 'instant'],
  ...['milestone', 'degree', 'outcome', 'target', 'due', 'model', 'note', 'reason'].map(
    (name): Column<StoredEvent> => [
      name,
      (event) => member(event, name),
      name === 'due' ? 'day' : undefined,
    ],
  ),
  ['actor', ({ actor }) => actor],
  ['source', ({ source }) => source],
  ['id', ({ id }) => id],
];

const factsOf = (columns: readonly Column<Fact>[], types: readonly EventType[]): Exportable => ({
  narrowedBy: ['under', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({
      columns,
      items: titled(queries, wish.viewer, counting(queries, wish, types)),
      view: ({ item }) => eventView(item),
    }),
});

/** Milestones that were achieved or lapsed, as an import reads them. */
export const MILESTONES = factsOf(MILESTONE_COLUMNS, ['milestone.achieved', 'milestone.lapsed']);

/** What was looked at and is not in place, or does not apply, as an import reads it. */
export const ASSESSMENTS = factsOf(ASSESSMENT_COLUMNS, ['milestone.assessed']);

/** Everything that was recorded, what was taken back included. */
export const LOG: Exportable = {
  narrowedBy: ['knownAt', 'q', 'type', 'unit', 'milestone', 'actor', 'from', 'to'],
  open: (queries, wish) =>
    table({
      columns: LOG_COLUMNS,
      items: eventsOf(queries, wish.viewer, lookedFor(wish)),
      view: eventView,
    }),
};

/** What was known at the moment. */
function knownBy({ knownAt }: Moment) {
  return { to: (knownAt + 1) as Instant };
}

/** What is looked for in the log, of what was known at the moment. */
function lookedFor(wish: ExportWish): LogFilter {
  const { q, type: types, unit, milestone, actor: author, from } = wish;
  const known = knownBy(wish.moment);
  const to = Math.min(known.to, wish.to ?? known.to) as Instant;
  return { to, ...said({ q, types, unit, milestone, author, from }) };
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
  const { viewer, under, asOf, moment } = wish;
  const within = under === undefined ? undefined : new Set<string>();
  if (within) for await (const { unit } of unitsNow(queries, wish)) within.add(unit);
  const known = knownBy(moment);
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
