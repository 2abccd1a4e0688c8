import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#lib/access';
import { Database, type Tx } from '#lib/platform';
import { type By, Recorder } from '#lib/recording';
import type { ActingParty } from './acting.js';

/** An act that was done: what is answered, and what is noted of it in the audit trail. */
export interface Done<Answer> {
  readonly answer: Answer;
  readonly action: string;
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
}

/** Acts that are not facts of the log: people, groups, roles. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly recorder: Recorder,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Does an act and notes it, whole or not at all, in one transaction, and once for its idempotency
   * key: a repeat is answered with the first answer, which is kept in the same transaction.
   */
  async once<Answer>(
    by: By,
    acting: ActingParty,
    work: (tx: Tx) => Promise<Done<Answer>>,
  ): Promise<Answer> {
    const act = async (tx: Tx): Promise<Answer> => {
      const { answer, action, about } = await work(tx);
      await this.trail.note(by.program, { action, outcome: 'done', about, ...acting }, tx);
      return answer;
    };
    return this.recorder.once(by, (tx) =>
      tx ? act(tx) : this.database.inProgram(by.program, act),
    );
  }
}
