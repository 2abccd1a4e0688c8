import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ModelId, Standing, UnitKey } from '#lib/domain';
import { CatalogueHistory } from '../catalogue-reader.js';
import { type Moment, Moments } from '../moment.js';
import { inSight, type Viewer } from '../sight.js';
import { standingsOf, StandingProjection } from '../standing/standing.projection.js';
import { World } from '../world.js';

/** The standings of one unit, with their proofs. */
export interface Proven {
  readonly unit: UnitKey;
  readonly items: readonly Standing[];
}

/**
 * Where some units stand in every model they follow, with the proofs, read together. Units that are
 * not in sight are left out.
 */
export class ProofsQuery extends Query<readonly Proven[]> {
  constructor(
    readonly viewer: Viewer,
    /** Some hundred at most. */
    readonly units: readonly UnitKey[],
    /** As an answer before has settled it. */
    readonly moment: Moment,
    /** Absent: every model that they follow. */
    readonly model?: ModelId,
  ) {
    super();
  }
}

@QueryHandler(ProofsQuery)
export class ProofsQueryHandler implements IQueryHandler<ProofsQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, units: asked, moment, model }: ProofsQuery): Promise<readonly Proven[]> {
    const { program } = viewer;
    const { asOf, position } = moment;
    const { catalogue, database, log } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        const seen = await inSight(tx, viewer, asked);
        const units = asked.filter((unit) => seen.has(unit));
        const history = await CatalogueHistory.load(tx, catalogue, program, 0, position);
        const below = (await history.at(position)).index.countsUnits;
        const proven: Proven[] = [];
        // a unit that counts those below it brings them along: one after another, then
        const atOnce = below ? 1 : units.length;
        for (let start = 0; start < units.length; start += atOnce) {
          const some = units.slice(start, start + atOnce);
          const reach = { units: some, upTo: position, reach: { below } };
          const world = await World.load(tx, log, program, reach);
          const projection = new StandingProjection(tx, program, world, history);
          for (const unit of some) {
            const sight = await projection.sight(unit, position);
            const models = sight.models.filter(({ id }) => model === undefined || id === model);
            proven.push({ unit, items: standingsOf({ ...sight, models }, asOf) });
            // evaluating is work of the processor alone: others get their turn
            await new Promise(setImmediate);
          }
        }
        return proven;
      },
      { readOnly: true },
    );
  }
}
