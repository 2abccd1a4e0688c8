import type { CatalogueView } from '#lib/catalogue';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, ModelId } from '#lib/domain';
import { type By, Recorder } from '../recorder.js';
import { Refusal } from '../refusal.js';

/** What a program is called, which models its units follow by default, and which heads the overview. */
export interface ProgramNow {
  readonly name: string;
  readonly models: readonly ModelId[];
  readonly headline: ModelId | null;
}

/** Changes what a program is called and follows; what is left out stays. */
export class ChangeProgram extends Command<ProgramNow> {
  constructor(
    readonly by: By,
    readonly wish: EventData['program.changed'],
  ) {
    super();
  }
}

@CommandHandler(ChangeProgram)
export class ChangeProgramHandler implements ICommandHandler<ChangeProgram> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `model-unknown` */
  async execute({ by, wish }: ChangeProgram): Promise<ProgramNow> {
    let now: ProgramNow | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async (known) => {
        const view = await known.catalogue();
        requireModels(view, wish);
        const { program: before } = view;
        const models = wish.models && [...new Set(wish.models)];
        const data = {
          ...(wish.name !== undefined && wish.name !== before.name ? { name: wish.name } : {}),
          ...(models && models.join() !== before.models.join() ? { models } : {}),
          ...(wish.headline !== undefined && wish.headline !== before.headline
            ? { headline: wish.headline }
            : {}),
        };
        now = { ...before, ...data };
        return Object.keys(data).length === 0
          ? []
          : [{ type: 'program.changed', unit: null, data }];
      },
      answer: () => now as ProgramNow,
    });
    return answer;
  }
}

function requireModels(view: CatalogueView, wish: EventData['program.changed']): void {
  const named = [
    ...(wish.models ?? []).map((model, index) => ({ model, pointer: `/models/${index}` })),
    ...(wish.headline ? [{ model: wish.headline, pointer: '/headline' }] : []),
  ];
  for (const { model, pointer } of named) {
    if (view.models.has(model)) continue;
    const message = `There is no model "${model}". GET /models lists them.`;
    throw new Refusal('model-unknown', message, pointer);
  }
}
