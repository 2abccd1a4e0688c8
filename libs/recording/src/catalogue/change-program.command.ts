import type { Approvals, CatalogueView } from '#lib/catalogue';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, ModelId } from '#lib/domain';
import { type By, Recorder } from '../recorder.js';
import { Refusal } from '../refusal.js';

/** What a program is called, which models its units follow by default, which heads the overview, and what needs approval. */
export interface ProgramNow {
  readonly name: string;
  readonly models: readonly ModelId[];
  readonly headline: ModelId | null;
  readonly approvals: Approvals;
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
        const named = {
          ...(wish.name !== undefined && wish.name !== before.name ? { name: wish.name } : {}),
          ...(models && models.join() !== before.models.join() ? { models } : {}),
          ...(wish.headline !== undefined && wish.headline !== before.headline
            ? { headline: wish.headline }
            : {}),
        };
        const approvals = changedOf(before.approvals, wish.approvals);
        const data = { ...named, ...(approvals ? { approvals } : {}) };
        now = { ...before, ...named, approvals: { ...before.approvals, ...approvals } };
        return Object.keys(data).length === 0
          ? []
          : [{ type: 'program.changed', unit: null, data }];
      },
      answer: () => now as ProgramNow,
    });
    return answer;
  }
}

/** What is wished otherwise than it is; undefined: nothing. */
function changedOf(
  before: Approvals,
  wish: Partial<Approvals> = {},
): Partial<Approvals> | undefined {
  const changed = Object.entries(wish).filter(
    ([what, wanted]) => wanted !== undefined && wanted !== before[what as keyof Approvals],
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
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
