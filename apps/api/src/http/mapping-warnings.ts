import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type FixedKey, fixedKeys, type Source } from '#lib/integrations';
import { type By, UnknownMilestones, UnknownUnits } from '#lib/recording';

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
    const fixed = fixedKeys(kind, rules);
    const keysOf = (of: FixedKey['kind']) =>
      fixed.flatMap((one) => (one.kind === of ? one.key : []));
    const [milestones, units] = [keysOf('milestone'), keysOf('unit')];
    const unknown = {
      milestone: new Map(
        (milestones.length
          ? await this.commands.execute(new UnknownMilestones(by, milestones))
          : []
        ).map(({ milestone, hint }) => [milestone, hint]),
      ),
      unit: new Map(
        (units.length ? await this.commands.execute(new UnknownUnits(by, units)) : []).map(
          ({ unit, hint }) => [unit, hint],
        ),
      ),
    };
    return fixed.flatMap(({ kind: of, key, pointer }) => {
      const hint = unknown[of].get(key);
      if (hint === undefined) return [];
      const { lacks, until } = WORDS[of];
      const message = [lacks(key), ...(hint ? [hint] : []), until].join(' ');
      return [{ pointer: `/mapping${pointer}`, message }];
    });
  }
}

const WORDS = {
  milestone: {
    lacks: (key: string) => `No model and no entry of the dictionary knows the milestone "${key}".`,
    until: 'Until one does, what tells of it is rejected.',
  },
  unit: {
    lacks: (key: string) => `There is no unit "${key}".`,
    until: 'Until there is one, or somebody says which is meant, what tells of it waits.',
  },
} as const;
