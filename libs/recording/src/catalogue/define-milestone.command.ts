import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkDefinition } from '#lib/catalogue';
import type { MilestoneEntry, MilestoneKey } from '#lib/domain';
import { type By, Recorder } from '../recorder.js';
import { Faulty } from '../refusal.js';

/** An entry as the dictionary holds it now, and whether its key is new. */
export interface Defined {
  readonly created: boolean;
  readonly entry: MilestoneEntry;
}

/** Defines a milestone of the program's own, or changes one. */
export class DefineMilestone extends Command<Defined> {
  constructor(
    readonly by: By,
    readonly key: MilestoneKey,
    /** As in a model file, without its key. */
    readonly written: Readonly<Record<string, unknown>>,
  ) {
    super();
  }
}

@CommandHandler(DefineMilestone)
export class DefineMilestoneHandler implements ICommandHandler<DefineMilestone> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Faulty naming every fault */
  async execute({ by, key, written }: DefineMilestone): Promise<Defined> {
    let defined: Defined | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async (known) => {
        const view = await known.catalogue();
        const definition = checkDefinition(view, key, written);
        if (!definition.ok) throw new Faulty(definition.faults);
        const before = view.dictionary.get(key);
        defined = { created: before === undefined, entry: definition.entry };
        const same = JSON.stringify(before) === JSON.stringify(definition.entry);
        return same ? [] : [{ type: 'milestone.defined', unit: null, data: definition.data }];
      },
      answer: () => defined as Defined,
    });
    return answer;
  }
}
