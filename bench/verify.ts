import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MilestoneKey, UnitKey } from '#lib/domain';
import { type EventLog, fileLines, verifyExport } from '#lib/event-log';
import { inTurn, median, milliseconds, ratio, report } from './measure.js';
import {
  achievement,
  NO_READ_MODEL,
  openStage,
  record,
  registration,
  type Stage,
} from './stage.js';

const EVENTS = 100_000;
const AT_ONCE = 1_000;
const PAGE = 2_000;
const ROUNDS = 7;
const GIVEN = { heads: [], publicKeys: [] };

/** Going through the chain of a log, in the database and in a file, against reading its rows in order and no more. */
export async function verify(): Promise<void> {
  const stage = await openStage();
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const log = stage.log(NO_READ_MODEL);
    await fill(stage, log);
    const file = join(folder, 'log.jsonl');
    await pipeline(Readable.from(lines(log, stage)), createWriteStream(file));
    const total = await plainRead(stage);
    const [reads = [], chains = [], files = []] = await inTurn(ROUNDS, [
      () => milliseconds(() => plainRead(stage)),
      () => milliseconds(() => log.verify(stage.program)),
      () => milliseconds(() => verifyExport(fileLines(file), GIVEN)),
    ]);
    const perSecond = (figures: readonly number[]) =>
      `${Math.round((total / median(figures)) * 1000).toLocaleString('en')} events/s`;
    report(
      `reading ${total.toLocaleString('en')} events in order, pages of ${PAGE}`,
      perSecond(reads),
    );
    report('verifying them in the database', perSecond(chains));
    report('verifying ÷ reading', ratio(chains, reads).toFixed(2));
    report('verifying them in an exported file', perSecond(files));
    report('verifying the file ÷ reading the database', ratio(files, reads).toFixed(2));
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(stage: Stage, log: EventLog): Promise<void> {
  const unit = 'unit' as UnitKey;
  await record(log, stage.program, [registration(unit, null)]);
  for (let begun = 0; begun < EVENTS; begun += AT_ONCE) {
    const drafts = Array.from({ length: AT_ONCE }, (_, index) => {
      const draft = achievement(unit, 'hub.launched' as MilestoneKey, begun + index);
      return { ...draft, data: { ...draft.data, note: 'As told by the program office' } };
    });
    await record(log, stage.program, drafts as Parameters<typeof record>[2]);
  }
}

/** Every column, page by page, by the driver that verification uses. Answers how many rows there were. */
async function plainRead({ database, program }: Stage): Promise<number> {
  for (let position = 0; ; ) {
    const after = position;
    const rows = await database.inProgram(program, (tx) =>
      tx.query<{ position: number }>(
        'SELECT * FROM event WHERE program_id = $1 AND position > $2 ORDER BY position LIMIT $3',
        [program, after, PAGE],
      ),
    );
    position = rows.at(-1)?.position ?? position;
    if (rows.length < PAGE) return position;
  }
}

async function* lines(log: EventLog, { program }: Stage): AsyncGenerator<string> {
  for await (const line of log.exportLog(program)) yield `${line}\n`;
}
