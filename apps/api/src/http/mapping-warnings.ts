import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { fixedMilestones, type Source } from '#lib/integrations';
import { type By, UnknownMilestones } from '#lib/recording';

/** What a mapping is warned of, and where. */
interface Warning {
  readonly pointer: string;
  readonly message: string;
}

/** Tells what of a mapping can be used and will probably not do what is meant. */
@Injectable()
export class MappingWarnings {
  constructor(private readonly commands: CommandBus) {}

  /** @param rules of a mapping without faults */
  async of(by: By, kind: Source['kind'], rules: readonly unknown[]): Promise<readonly Warning[]> {
    const fixed = fixedMilestones(kind, rules);
    if (fixed.length === 0) return [];
    const named = fixed.map(({ milestone }) => milestone);
    const unknown = await this.commands.execute(new UnknownMilestones(by, named));
    const hints = new Map(unknown.map(({ milestone, hint }) => [milestone, hint]));
    return fixed.flatMap(({ milestone, pointer }) => {
      const hint = hints.get(milestone);
      if (hint === undefined) return [];
      const message = [
        `No model and no entry of the dictionary knows the milestone "${milestone}".`,
        ...(hint ? [hint] : []),
        'Until one does, what tells of it is rejected.',
      ].join(' ');
      return [{ pointer: `/mapping${pointer}`, message }];
    });
  }
}
