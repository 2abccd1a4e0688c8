import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import type { By } from '../recorder.js';
import type { ImportedRow, Sought } from './imported-row.js';
import { meantKeys, namedKeys } from './meant-keys.js';

/** Tells what was probably meant by keys in a sheet that are not there; empty where nothing is near. */
export class FindMeant extends Command<readonly string[]> {
  constructor(
    readonly by: By,
    readonly sought: readonly Sought[],
    /** What could be read of the sheet. */
    readonly rows: readonly ImportedRow[],
  ) {
    super();
  }
}

@CommandHandler(FindMeant)
export class FindMeantHandler implements ICommandHandler<FindMeant> {
  constructor(private readonly present: Present) {}

  execute({ by, sought, rows }: FindMeant): Promise<readonly string[]> {
    return this.present.look(by.program, [], (known) =>
      meantKeys(known, viewerOf(by), sought, rows),
    );
  }
}

/** Tells the keys of what has these names; undefined where none has one, empty where several have. */
export class FindNamed extends Command<readonly (string | undefined)[]> {
  constructor(
    readonly by: By,
    readonly sought: readonly Sought[],
  ) {
    super();
  }
}

@CommandHandler(FindNamed)
export class FindNamedHandler implements ICommandHandler<FindNamed> {
  constructor(private readonly present: Present) {}

  execute({ by, sought }: FindNamed): Promise<readonly (string | undefined)[]> {
    return this.present.look(by.program, [], (known) => namedKeys(known, viewerOf(by), sought));
  }
}
