import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../e2e/support/eventually.js';
import { rowsOf } from './support/rows.js';
import { shake } from './support/shake.js';
import { startTwoPrograms, type TwoPrograms } from './support/two-programs.js';

const PROCESSORS = join(import.meta.dirname, '../../apps/worker/src/processors');

/** Every queue that the worker serves, by the files of its processors. */
async function queueNames(): Promise<readonly string[]> {
  const files = await readdir(PROCESSORS);
  return files.flatMap((file) => /^([a-z-]+)\.processor\.ts$/.exec(file)?.[1] ?? []);
}

describe('jobs of two programs', () => {
  let two: TwoPrograms;
  let queues: readonly Queue[];
  beforeAll(async () => {
    two = await startTwoPrograms();
    queues = (await queueNames()).map((name) => new Queue(name, two.foundation.queue.options));
  });
  afterAll(async () => {
    await Promise.all(queues.map((queue) => queue.close()));
    await two.stop();
  });

  /** Resolves once every queue is empty: `keepLastIfActive` may bring one more. */
  const served = () =>
    eventually(async () => {
      const counts = await Promise.all(
        queues.map((queue) => queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized')),
      );
      return counts.every((one) => Object.values(one).every((count) => count === 0)) || undefined;
    });

  /** Resolves once nothing is sent to subscriptions again within the minute. */
  const rested = () =>
    eventually(async () => {
      const soon = await two.db.admin(
        `SELECT FROM subscription_delivery WHERE due_at < now() + interval '1 minute'`,
      );
      if (soon.length === 0) return true;
      // nothing recurs here: that a delivery is due again is looked at when it is asked for
      await queues.find(({ name }) => name === 'subscriptions')?.add('wake-up', {});
      await served();
      return undefined;
    }, 60_000);

  test('a job that speaks of the ids of the other works on its own program, in every queue', {
    timeout: 180_000,
  }, async () => {
    expect(queues.length).toBeGreaterThan(5);
    const { ours, theirs } = two;
    // recurring work is asked for once, so that what it does of itself is done
    for (const queue of queues)
      await queue.add('wake-up', { program: theirs.program, position: 0 });
    await served();
    await two.settled(theirs.program);
    await rested();
    const before = await rowsOf(two.db, theirs.program);
    const position = await two.database.inProgram(theirs.program, (tx) =>
      two.records.log.head(tx, theirs.program).then((head) => head.position),
    );
    const foreign = [...(await two.foreignIds())].slice(0, 3);
    for (const [turn, queue] of queues.entries()) {
      const swapped = {
        ...{ program: ours.program, position: position + 1_000 },
        ...{ unit: 'theirmark-emea', units: ['theirmark-emea'], id: foreign[0], ids: foreign },
        ...{ programs: [theirs.program], generation: 2, model: 'theirmark-forum-first' },
      };
      await shake(two, turn);
      await queue.add('wake-up', swapped);
      await queue.add('wake-up', { ...swapped, position: -1 });
      await queue.add('wake-up', { program: `${ours.program}'; --`, position });
      await queue.add('wake-up', { program: 'nobody', position });
    }
    await served();
    expect(await rowsOf(two.db, theirs.program)).toEqual(before);
    const own = [...(await rowsOf(two.db, ours.program)).values()].flat();
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((row) => /theirmark/.test(row))).toEqual([]);
    const stray = [...(await rowsOf(two.db, 'nobody')).values()].flat();
    expect(stray.filter((row) => /ourmark|theirmark/.test(row))).toEqual([]);
  });
});
