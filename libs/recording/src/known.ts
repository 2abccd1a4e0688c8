import type { Catalogue, CatalogueView } from '#lib/catalogue';
import type {
  AnyEvent,
  EventId,
  EventType,
  Instant,
  Position,
  ProgramId,
  UnitKey,
} from '#lib/domain';
import { effectiveInstant, parseOccurrence } from '#lib/domain';
import type { DecisionContext, EventDraft, EventLog, StoredEvent } from '#lib/event-log';
import { newId, type Tx } from '#lib/platform';
import { inSight, type Sight } from '#lib/projections';

/** What a decision may look at: the log and the catalogue as known at the head, inside the transaction. */
export class Known {
  readonly tx: Tx;
  readonly now: Instant;
  readonly position: Position;

  constructor(
    readonly program: ProgramId,
    private readonly context: DecisionContext,
    private readonly log: EventLog,
    private readonly models: Catalogue,
    private readonly sight: Sight = 'everything',
  ) {
    this.tx = context.tx;
    this.now = context.now;
    this.position = context.position;
  }

  /** The number of events of a unit; undefined when it is not registered. */
  version(unit: UnitKey): number | undefined {
    return this.context.version(unit);
  }

  /** Models, dictionary and what the program follows. */
  catalogue(): Promise<CatalogueView> {
    return this.models.at(this.tx, this.program, this.position, this.context.cataloguePosition);
  }

  /** One event, texts in clear; undefined where it is about a unit out of sight. */
  async find(id: EventId): Promise<StoredEvent | undefined> {
    const event = await this.log.find(this.tx, this.program, id);
    const shown = !event || event.unit === null || (await this.seen([event.unit])).size > 0;
    return shown ? event : undefined;
  }

  /** Those of some units that whoever asks sees. */
  seen(units: readonly UnitKey[]): Promise<ReadonlySet<UnitKey>> {
    return inSight(this.tx, { program: this.program, sight: this.sight }, units);
  }

  /** Events of some types, in log order, texts encrypted. */
  facts(types: readonly EventType[]): Promise<AnyEvent[]> {
    return this.log.readProgramFacts(this.tx, this.program, types, this.position);
  }

  /** All events of some units, in log order, texts encrypted. */
  eventsOf(units: readonly UnitKey[]): Promise<AnyEvent[]> {
    return this.log.readUnits(this.tx, this.program, units, this.position);
  }

  /** Drafts as they will stand in the log, `offset` positions after the first free one. */
  asEvents(drafts: readonly EventDraft[], offset = 0): readonly AnyEvent[] {
    return drafts.map((draft, index) => {
      const occurrence =
        draft.occurredAt === undefined ? undefined : parseOccurrence(draft.occurredAt);
      const effectiveAt = occurrence ? effectiveInstant(occurrence, this.now) : this.now;
      return {
        id: draft.id ?? (newId() as EventId),
        position: this.position + 1 + offset + index,
        type: draft.type,
        unit: draft.unit,
        occurredAt: draft.occurredAt ?? new Date(this.now).toISOString(),
        effectiveAt,
        recordedAt: this.now,
        data: draft.data,
      } as AnyEvent;
    });
  }
}
