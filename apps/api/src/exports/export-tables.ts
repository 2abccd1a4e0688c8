import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type AlertStanding, AlertsQuery } from '#lib/advice';
import type { EventId, EventType, Instant, Position, Standing, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import {
  type CurrentUnit,
  type LogFilter,
  LogSearchQuery,
  StandingsQuery,
  type UnitPlace,
  UnitsQuery,
  type Viewer,
} from '#lib/projections';
import { instantText } from '../http/instants.js';
import { eventView, standingView } from '../http/views.js';
import { type Cell, type Column, type ExportTable, pageByPage, table } from './export-table.js';

/** What is asked for, beside what of. */
export interface ExportWish {
  readonly viewer: Viewer;
  readonly under?: UnitKey | undefined;
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
  readonly model?: string | undefined;
}

/** What can be exported as a table. */
export const TABLES = ['units', 'milestones', 'standings', 'alerts', 'log'] as const;
export type TableName = (typeof TABLES)[number];

const PAGE = 500;

/** Tables of what a viewer sees, read page by page while they are sent. */
@Injectable()
export class ExportTables {
  constructor(private readonly queries: QueryBus) {}

  /** @throws UnknownUnit for `under`, when the first row is asked for */
  of(name: TableName, wish: ExportWish): ExportTable {
    switch (name) {
      case 'units':
        return table({ columns: UNITS, items: this.#units(wish), view: (unit) => unit });
      case 'milestones':
        return table({ columns: MILESTONES, items: this.#milestones(wish), view: eventView });
      case 'standings':
        return table({ columns: STANDINGS, items: this.#standings(wish), view: standingLine });
      case 'alerts':
        return table({
          columns: ALERTS,
          items: this.#alerts(wish),
          view: (alert) => alertLine(alert),
        });
      case 'log':
        return table({ columns: LOG, items: this.#log(wish.viewer, {}), view: eventView });
    }
  }

  #units({ viewer, under }: ExportWish): AsyncGenerator<CurrentUnit> {
    return pageByPage((after: UnitPlace | undefined) =>
      this.queries.execute(
        new UnitsQuery(viewer, {
          limit: PAGE,
          ...(under === undefined ? {} : { under }),
          ...(after === undefined ? {} : { after }),
        }),
      ),
    );
  }

  #log(viewer: Viewer, filter: LogFilter): AsyncGenerator<StoredEvent> {
    return pageByPage((after: Position | undefined) =>
      this.queries.execute(
        new LogSearchQuery(viewer, filter, { order: 'asc', after: after ?? 0, limit: PAGE }),
      ),
    );
  }

  /** Those that count: what was retracted is left out. */
  async *#milestones({ viewer, under }: ExportWish): AsyncGenerator<StoredEvent> {
    const within = under === undefined ? undefined : new Set<string>();
    if (within) for await (const { unit } of this.#units({ viewer, under })) within.add(unit);
    const takenBack = new Set<EventId>();
    const retractions: StoredEvent[] = [];
    for await (const event of this.#log(viewer, { types: ['event.retracted'] }))
      retractions.push(event);
    // a retraction may be taken back itself, by a later one
    for (const event of retractions.reverse()) {
      if (event.type === 'event.retracted' && !takenBack.has(event.id))
        takenBack.add(event.data.event);
    }
    const types: readonly EventType[] = ['milestone.achieved', 'milestone.lapsed'];
    for await (const event of this.#log(viewer, { types })) {
      if (takenBack.has(event.id)) continue;
      if (within === undefined || (event.unit !== null && within.has(event.unit))) yield event;
    }
  }

  async *#standings({ viewer, under, asOf, knownAt, model }: ExportWish): AsyncGenerator<OfUnit> {
    for await (const { unit, name } of this.#units({ viewer, under })) {
      const query = new StandingsQuery(viewer, unit, asOf, knownAt);
      const { items } = await this.queries.execute(query);
      for (const standing of items) {
        if (model === undefined || standing.model === model) yield { unit, name, standing };
      }
    }
  }

  #alerts({ viewer, under }: ExportWish): AsyncGenerator<AlertStanding> {
    const filter = under === undefined ? {} : { under };
    return pageByPage((after: string | undefined) =>
      this.queries.execute(new AlertsQuery(viewer, filter, PAGE, after)),
    );
  }
}

interface OfUnit {
  readonly unit: UnitKey;
  readonly name: string;
  readonly standing: Standing;
}

function standingLine({ unit, name, standing }: OfUnit) {
  return { unit, name, ...standingView(standing) };
}

const UNITS: readonly Column<CurrentUnit>[] = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['parent', ({ parent }) => parent],
  ['models', ({ models }) => models.join(', ')],
  ['tags', ({ tags }) => tags.join(', ')],
  ['ownerName', ({ owner }) => owner?.name ?? null],
  ['ownerEmail', ({ owner }) => owner?.email ?? null],
  ['retired', ({ retired }) => (retired ? 'yes' : 'no')],
];

const member = (event: StoredEvent, name: string): Cell => {
  const value = (event.data as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

const EVIDENCE = (event: StoredEvent) =>
  event.type === 'milestone.achieved' ? event.data.evidence?.[0] : undefined;

const MILESTONES: readonly Column<StoredEvent>[] = [
  ['unit', ({ unit }) => unit],
  ['milestone', (event) => member(event, 'milestone')],
  ['occurredAt', ({ occurredAt }) => occurredAt],
  ['record', ({ type }) => type.replace('milestone.', '')],
  ['degree', (event) => member(event, 'degree')],
  ['note', (event) => member(event, 'note') ?? member(event, 'reason')],
  ['evidence', (event) => EVIDENCE(event)?.url ?? null],
  ['evidenceTitle', (event) => EVIDENCE(event)?.title ?? null],
];

const LOG: readonly Column<StoredEvent>[] = [
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

const STANDINGS: readonly Column<OfUnit>[] = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['model', ({ standing }) => standing.model],
  ['modelVersion', ({ standing }) => standing.modelVersion],
  ['stage', ({ standing }) => standing.stage?.ordinal ?? null],
  ['stageName', ({ standing }) => standing.stage?.name ?? null],
  ['since', ({ standing }) => instantText(standing.since)],
  ['nextStage', ({ standing }) => standing.next?.name ?? null],
  ['progress', ({ standing }) => standing.next?.progress ?? null],
  ['mean', ({ standing }) => standing.mean ?? null],
  ['score', ({ standing }) => standing.score ?? null],
  ['checked', ({ standing }) => standing.checked ?? null],
  ['total', ({ standing }) => standing.total ?? null],
];

const ALERTS: readonly Column<AlertStanding>[] = [
  ['id', ({ id }) => id],
  ['rule', ({ rule }) => rule],
  ['severity', ({ severity }) => severity],
  ['unit', ({ unit }) => unit],
  ['state', ({ state }) => state],
  ['openedAt', ({ openedAt }) => instantText(openedAt)],
  ['closedAt', ({ closedAt }) => (closedAt === null ? null : instantText(closedAt))],
  ['summary', ({ summary }) => summary],
];

function alertLine(alert: AlertStanding) {
  return Object.fromEntries(ALERTS.map(([head, cell]) => [head, cell(alert)]));
}
