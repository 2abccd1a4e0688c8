import type { CatalogueView } from '#lib/catalogue';
import type { AnyEvent, Dictionary, EventId, MaturityModel, ProgramId, UnitKey } from '#lib/domain';
import { EventLog, type EventDraft } from '#lib/event-log';
import {
  type Asked,
  type CatalogueSource,
  InlineStandings,
  Moments,
  type StandingsAnswer,
  StandingsQuery,
  StandingsQueryHandler,
  TreeProjector,
  wholeOf,
} from '#lib/projections';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';

export const ACTOR = { subject: '0190b7a0-0000-7000-8000-000000000001', name: 'Program office' };

/** A program that follows some models, recorded through the real log on the real database. */
export class TestProgram {
  readonly log: EventLog;
  readonly projector: TreeProjector;
  now = Date.parse('2010-01-01T00:00:00Z');
  #ids = new Map<EventId, EventId>();

  constructor(
    readonly database: TestDatabase['database'],
    readonly program: ProgramId,
    readonly catalogue: CatalogueSource,
  ) {
    const inline = new InlineStandings(catalogue);
    this.log = new EventLog({
      database,
      clock: { now: () => this.now },
      masterKey: Buffer.alloc(32, 7),
      inline,
    });
    inline.reads(this.log);
    this.projector = new TreeProjector(database, this.log, catalogue);
  }

  static async create(
    test: TestDatabase,
    program: string,
    models: readonly MaturityModel[],
    dictionary: Dictionary,
  ): Promise<TestProgram> {
    const view = {
      models: new Map(models.map((model) => [model.id, model])),
      dictionary,
      program: {
        name: program,
        models: models.map((model) => model.id),
        headline: null,
        approvals: { waivers: false, corrections: false },
      },
    } as unknown as CatalogueView;
    return TestProgram.of(test, program, { at: async () => view });
  }

  /** A program whose models and dictionary are what a catalogue says. */
  static async of(
    test: TestDatabase,
    program: string,
    catalogue: CatalogueSource,
  ): Promise<TestProgram> {
    const id = program as ProgramId;
    await test.database.inProgram(id, async (tx) => {
      await tx.query('INSERT INTO program (program_id) VALUES ($1)', [id]);
      await tx.query('INSERT INTO feed_head (program_id) VALUES ($1)', [id]);
    });
    return new TestProgram(test.database, id, catalogue);
  }

  /** Where a unit stands, by the query that the api asks. */
  standings(unit: UnitKey, asked: Asked): Promise<StandingsAnswer> {
    const moments = new Moments(this.database, this.log, this.catalogue, { now: () => this.now });
    const query = new StandingsQuery(wholeOf(this.program), unit, asked.asOf, asked.knownAt);
    return new StandingsQueryHandler(moments).execute(query);
  }

  /** Records told events, some of them at the same time so that they are grouped. */
  async record(events: readonly AnyEvent[]): Promise<void> {
    await Promise.all(events.map((event) => this.append(event)));
  }

  private async append(told: AnyEvent): Promise<void> {
    this.now = Math.max(this.now, told.recordedAt);
    const { id } = await this.log
      .append({
        program: this.program,
        actor: ACTOR,
        units: told.unit === null ? [] : [told.unit],
        alone: told.type.startsWith('unit.') || told.type === 'event.retracted',
        decide: () => [this.draft(told)],
        answer: ({ events }) => ({ id: events[0]?.id as EventId }),
      })
      .then(({ answer }) => answer);
    this.#ids.set(told.id, id);
  }

  private draft(told: AnyEvent): EventDraft {
    const named = 'event' in told.data ? { event: this.#ids.get(told.data.event) } : {};
    const origin = 'carriedFrom' in told.data ? told.data.carriedFrom : undefined;
    const carried = origin && {
      carriedFrom: { ...origin, event: this.#ids.get(origin.event) },
    };
    return {
      type: told.type,
      unit: told.unit,
      occurredAt: told.occurredAt,
      data: { ...told.data, ...named, ...carried },
    } as EventDraft;
  }
}

export { startTestDatabase, type TestDatabase };
