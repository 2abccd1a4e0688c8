import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import type { ProgramId } from '#lib/domain';
import {
  type EventLog,
  type FindingKind,
  type Heads,
  openHeads,
  type Verification,
} from '#lib/event-log';
import { type Clock, type Database, replaceHeadKey, type Secrets } from '#lib/platform';
import type { TestDatabase } from '../../support/index.js';
import { achieved, appending, newProgram, openLog, register } from '../event-log/fixture.js';

export { replaceHeadKey };

/** A log that signs its heads, by a clock that the test moves. */
export class SignedOffice {
  readonly trouble: string[] = [];
  readonly clock: Clock & { ahead: number } = {
    ahead: 0,
    now: () => Date.now() + this.clock.ahead,
  };
  readonly heads: Heads;
  readonly log: EventLog;
  readonly database: Database;

  constructor(
    readonly db: TestDatabase,
    readonly secrets: Secrets = newSecrets(),
    readonly headsFile = db.headsFile,
  ) {
    this.database = db.database;
    this.heads = openHeads({
      database: db.database,
      clock: this.clock,
      secrets,
      headsFile,
      onTrouble: (_, says) => void this.trouble.push(says),
    });
    const { heads, clock } = this;
    this.log = openLog(db.database, { clock, heads, masterKey: secrets.masterKey });
  }

  /** A program with a unit and so many facts in all. */
  async program(facts: number): Promise<ProgramId> {
    const program = await newProgram(this.database);
    await register(this.log, program, 'alpha');
    if (facts > 1) await this.record(program, facts - 1);
    return program;
  }

  /** Records so many facts more. */
  async record(program: ProgramId, facts: number): Promise<void> {
    const drafts = Array.from({ length: facts }, (_, index) =>
      achieved('alpha', { note: `Noted as number ${index}` }),
    );
    await this.log.append(appending(program, drafts));
  }

  /** A program of twenty events, of which the heads at 12 and at 16 were signed. */
  async twentyEvents(): Promise<ProgramId> {
    const program = await this.program(12);
    await this.sign(program);
    await this.record(program, 4);
    await this.sign(program);
    await this.record(program, 4);
    const { ok, length, signed } = await this.log.verify(program);
    if (!ok || length !== 20 || signed.upTo !== 16)
      throw new Error('It is not sound to begin with.');
    return program;
  }

  /** Signs the head; answers its position. */
  async sign(program: ProgramId): Promise<number> {
    return (await this.heads.sign(program)).head.position;
  }

  async export(program: ProgramId, keys: 'all' | 'none' = 'all'): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of this.log.exportLog(program, keys)) lines.push(line);
    return lines;
  }

  /** Forgets what the file knows: as on a machine without it. */
  async loseFile(): Promise<void> {
    await rm(this.headsFile, { force: true });
  }

  close(): Promise<void> {
    return this.log.close();
  }
}

/** What verification is to find first: at which position, of which kind, and in which words. */
export type Expected = readonly [
  program: ProgramId,
  firstBroken: number | undefined,
  kind: FindingKind,
  says?: RegExp,
];

export async function expectFound(
  office: SignedOffice,
  ...[program, firstBroken, kind, says]: Expected
): Promise<Verification> {
  const verification = await office.log.verify(program);
  const { ok, findings } = verification;
  expect({ ok, kind: findings[0]?.kind, at: verification.firstBroken }).toEqual({
    ok: false,
    kind,
    at: firstBroken,
  });
  if (says) expect(findings.map((one) => one.says).join('\n')).toMatch(says);
  return verification;
}

export function newSecrets(): Secrets {
  return { masterKey: randomBytes(32), signingKey: randomBytes(32) };
}

export async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
