import { Inject, Injectable } from '@nestjs/common';
import { type Caller, DEFAULT_PROGRAM, reachOf } from '#lib/access';
import { DEMO_PROGRAM, findDemo } from '#lib/demo';
import type { ProgramId } from '#lib/domain';
import { Present, RECORDS, type Records } from '#lib/recording';
import type { KnownProgram } from './session-view.js';

/** What somebody is told of the program they are in. */
@Injectable()
export class ProgramOfCaller {
  constructor(
    private readonly present: Present,
    @Inject(RECORDS) private readonly records: Records,
  ) {}

  async look(caller: Caller): Promise<KnownProgram> {
    const [programName, demo] = await Promise.all([this.nameFor(caller), this.demoFor(caller)]);
    return { programName, demo };
  }

  private async nameFor(caller: Caller): Promise<string | null> {
    if (!reachOf(caller, 'catalogue')) return null;
    return this.present.look(caller.program as ProgramId, [], async (known) => {
      const { program } = await known.catalogue();
      return program.name;
    });
  }

  private async demoFor(caller: Caller): Promise<KnownProgram['demo']> {
    if (caller.program === DEMO_PROGRAM) {
      // somebody may have made a program of that name
      const { state } = await findDemo(this.records.foundation);
      return state === 'ready' ? 'here' : null;
    }
    const whole = reachOf(caller, 'administer')?.sight === 'everything';
    return caller.program === DEFAULT_PROGRAM && whole ? 'offered' : null;
  }
}
