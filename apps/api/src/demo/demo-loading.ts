import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { z } from 'zod';
import type { DemoView } from '#lib/contracts';
import { DEMO_PROGRAM, DemoProgramTaken, findDemo, type FoundDemo, loadDemo } from '#lib/demo';
import type { ProgramId } from '#lib/domain';
import { RECORDS, type Records } from '#lib/recording';

type View = z.output<typeof DemoView>;

/** Loads the demo beside everything else that this process does; what is asked for twice is done once. */
@Injectable()
export class DemoLoading implements OnModuleDestroy {
  private loading: Promise<void> | undefined;
  private progress = { done: 0, of: 0 };
  private stopping = false;

  constructor(@Inject(RECORDS) private readonly records: Records) {}

  /** What there is of the demo by now. */
  async look(): Promise<View> {
    if (this.loading) return { state: 'loading', ...this.progress };
    const { state, done, of } = await findDemo(this.records.foundation);
    if (state === 'ready' || state === 'taken') return { state };
    return { state: 'absent', done, of };
  }

  /** Begins to load it, or goes on with what was begun. @throws DemoProgramTaken */
  async begin(): Promise<View> {
    if (!this.loading) {
      const found = await findDemo(this.records.foundation);
      if (found.state === 'taken') throw new DemoProgramTaken(DEMO_PROGRAM);
      if (found.state !== 'ready') this.start(found);
    }
    return this.look();
  }

  /** Goes on with a loading that the last end of this server interrupted. */
  async resume(): Promise<void> {
    const found = await findDemo(this.records.foundation);
    if (found.state === 'begun') this.start(found);
  }

  /** Ends a loading under way between two sittings; the next one goes on from there. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.loading;
  }

  private start(found: FoundDemo): void {
    // two requests may have looked at the same time
    if (this.loading || this.stopping) return;
    this.progress = { done: found.done, of: found.of };
    this.loading = this.load(found).finally(() => {
      this.loading = undefined;
    });
  }

  private async load(found: FoundDemo): Promise<void> {
    const { foundation, wakeups } = this.records;
    const stopped = () => this.stopping;
    const reached = (done: number) => {
      this.progress = { done, of: found.of };
    };
    try {
      const complete = await loadDemo(foundation, found, { stopped, reached });
      if (complete) wakeups.wake(DEMO_PROGRAM as ProgramId, found.of);
    } catch (error) {
      foundation.logger.error({ err: error }, 'the demo was not loaded to its end');
    }
  }
}
