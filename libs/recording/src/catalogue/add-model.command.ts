import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CheckedUpload, checkUpload, keepUpload } from '#lib/catalogue';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { type By, Recorder } from '../recorder.js';
import { Faulty } from '../refusal.js';

/** What became of an uploaded model file. */
export interface Added {
  readonly model: string;
  readonly version: number;
  /** False when this very version was there already. */
  readonly added: boolean;
}

/** Adds a model, or a new version of one, to a program; nobody follows it yet. */
export class AddModel extends Command<Added> {
  constructor(
    readonly by: By,
    readonly yaml: string,
    /** Only checks. */
    readonly dryRun: boolean,
  ) {
    super();
  }
}

@CommandHandler(AddModel)
export class AddModelHandler implements ICommandHandler<AddModel> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
  ) {}

  /** @throws Faulty naming every fault of the file */
  async execute({ by, yaml, dryRun }: AddModel): Promise<Added> {
    if (dryRun) {
      const upload = await this.present.look(by.program, [], (known) => checked(known, yaml));
      return answerOf(upload);
    }
    let upload: CheckedUpload | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async (known) => {
        upload = await checked(known, yaml);
        if (upload.outcome === 'same') return [];
        await keepUpload(known.tx, by.program, upload, yaml);
        const { model, hash } = upload;
        const data = { model: model.id, version: model.version, hash };
        return [{ type: 'model.added', unit: null, data }];
      },
      answer: () => answerOf(upload as CheckedUpload),
    });
    return answer;
  }
}

async function checked(known: Known, yaml: string): Promise<CheckedUpload> {
  const upload = checkUpload(await known.catalogue(), yaml);
  if (!upload.ok) throw new Faulty(upload.faults);
  return upload;
}

function answerOf({ model, outcome }: CheckedUpload): Added {
  return { model: model.id, version: model.version, added: outcome === 'new' };
}
