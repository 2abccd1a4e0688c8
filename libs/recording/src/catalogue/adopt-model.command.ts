import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dropWish, type ModelVersion, wishFor } from '#lib/projections';
import { Wakeups } from '../dispatch/wakeups.js';
import { type By, Recorder } from '../recorder.js';
import { requireAdoptable } from './require-adoptable.js';

/** What becomes of a wish: the version decides already, or it will once the standings under it are built. */
export interface Adoption extends ModelVersion {
  readonly state: 'in-force' | 'replaying';
}

/**
 * Asks for a version of a model to be put in force for the whole program. The fact is logged when the
 * standings under it are complete; a later wish for the model takes the place of this one.
 */
export class AdoptModel extends Command<Adoption> {
  constructor(
    readonly by: By,
    readonly wanted: ModelVersion,
  ) {
    super();
  }
}

@CommandHandler(AdoptModel)
export class AdoptModelHandler implements ICommandHandler<AdoptModel> {
  constructor(
    private readonly recorder: Recorder,
    private readonly wakeups: Wakeups,
  ) {}

  /** @throws Refusal `model-missing`, `model-version-unknown`; Faulty when its entries do not fit the dictionary */
  async execute({ by, wanted }: AdoptModel): Promise<Adoption> {
    const { program, actor } = by;
    let state: Adoption['state'] = 'replaying';
    const { answer, position } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async (known) => {
        const view = await known.catalogue();
        requireAdoptable(view, wanted);
        if (view.models.get(wanted.model)?.version === wanted.version) {
          state = 'in-force';
          await dropWish(known.tx, program, wanted.model);
        } else {
          const wish = { ...wanted, requestedBy: actor.subject, requestedAt: known.now };
          await wishFor(known.tx, program, wish);
        }
        return [];
      },
      answer: (): Adoption => ({ ...wanted, state }),
    });
    this.wakeups.ask('adoption', program, position);
    return answer;
  }
}
