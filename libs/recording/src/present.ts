import type { Catalogue } from '#lib/catalogue';
import type { ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Clock, Database } from '#lib/platform';
import type { Sight } from '#lib/projections';
import { Known } from './known.js';

/** Lets a decision look at a program as it is known now, without recording anything. */
export class Present {
  constructor(
    private readonly log: EventLog,
    private readonly catalogue: Catalogue,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param units the units whose versions `work` asks for
   * @param sight of whoever asks, where that is about units
   * @throws UnknownProgram
   */
  look<T>(
    program: ProgramId,
    units: readonly UnitKey[],
    work: (known: Known) => Promise<T> | T,
    sight: Sight = 'everything',
  ): Promise<T> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const head = await this.log.head(tx, program);
        const events = units.length
          ? await this.log.readUnits(tx, program, units, head.position)
          : [];
        const versions = new Map<UnitKey, number>();
        for (const { unit } of events) if (unit) versions.set(unit, (versions.get(unit) ?? 0) + 1);
        const context = {
          tx,
          now: Math.max(this.clock.now(), head.recordedAt),
          position: head.position,
          cataloguePosition: head.cataloguePosition,
          version: (unit: UnitKey) => versions.get(unit),
        };
        return work(new Known(program, context, this.log, this.catalogue, sight));
      },
      { readOnly: true },
    );
  }
}
