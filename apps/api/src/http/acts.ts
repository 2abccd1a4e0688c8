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
    if (by.idempotency === undefined) return this.database.inProgram(by.program, act);
    let done: { readonly answer: Answer } | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async ({ tx }) => {
        done = { answer: await wholly(tx, act) };
        return [];
      },
      answer: () => (done as { readonly answer: Answer }).answer,
    });
    return answer;
  }
}

/** What refuses an append does not undo what was done for it. */
async function wholly<Answer>(tx: Tx, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  await tx.query('SAVEPOINT act');
  try {
    return await work(tx);
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT act');
    throw error;
  }
}
