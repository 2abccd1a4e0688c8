import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { meantKeys } from '../imports/meant-keys.js';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import type { By } from '../recorder.js';

/** A unit that a program lacks. */
export interface UnknownUnit {
  readonly unit: string;
  /** What was probably meant, as a sentence; empty where nothing is near that one sees. */
  readonly hint: string;
}

/** Tells which of some units are not registered: what tells of them waits until somebody says which is meant. */
export class UnknownUnits extends Command<readonly UnknownUnit[]> {
  constructor(
    readonly by: By,
    readonly units: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(UnknownUnits)
export class UnknownUnitsHandler implements ICommandHandler<UnknownUnits> {
  constructor(private readonly present: Present) {}

  execute({ by, units }: UnknownUnits): Promise<readonly UnknownUnit[]> {
    return this.present.look(by.program, [], async (known) => {
      const rows = await known.tx.query<{ unit: UnitKey }>(
        'SELECT unit FROM unit WHERE program_id = $1 AND unit = ANY ($2)',
        [known.program, units],
      );
      const registered = new Set<string>(rows.map(({ unit }) => unit));
      const unknown = [...new Set(units)].filter((one) => !registered.has(one));
      const sought = unknown.map((written) => ({ kind: 'unit' as const, written }));
      const hints = await meantKeys(known, viewerOf(by), sought, []);
      return unknown.map((unit, index) => ({ unit, hint: hints[index] ?? '' }));
    });
  }
}
