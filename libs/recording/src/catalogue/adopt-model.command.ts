import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkAdoption } from '#lib/catalogue';
import type { ModelId } from '#lib/domain';
import { type By, Recorder } from '../recorder.js';
import { Faulty, Refusal } from '../refusal.js';

/** What is in force, or about to be. */
export interface Adoption {
  readonly model: ModelId;
  readonly version: number;
}

/** Puts a version of a model in force for the whole program. */
export class AdoptModel extends Command<Adoption> {
  constructor(
    readonly by: By,
    readonly adoption: Adoption,
  ) {
    super();
  }
}

@CommandHandler(AdoptModel)
export class AdoptModelHandler implements ICommandHandler<AdoptModel> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `model-missing`, `model-version-unknown`; Faulty when its entries do not fit the dictionary */
  async execute({ by, adoption }: AdoptModel): Promise<Adoption> {
    const { model, version } = adoption;
    const { answer } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async (known) => {
        const view = await known.catalogue();
        const versions = view.versions(model);
        if (versions.length === 0) {
          throw new Refusal(
            'model-missing',
            `There is no model "${model}". GET /models lists them.`,
          );
        }
        const faults = checkAdoption(view, model, version);
        if (faults[0] && !versions.some((one) => one.version === version)) {
          throw new Refusal('model-version-unknown', faults[0].message, '/version');
        }
        if (faults.length > 0) throw new Faulty(faults);
        if (view.models.get(model)?.version === version) return [];
        return [{ type: 'model.adopted', unit: null, data: { model, version } }];
      },
      answer: () => adoption,
    });
    return answer;
  }
}
