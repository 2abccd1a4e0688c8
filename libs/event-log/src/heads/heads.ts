import type { ProgramId } from '#lib/domain';
import type { Clock, Database } from '#lib/platform';
import type { Head } from '../append.js';
import { readHead } from '../head.js';
import { checkRange } from '../verify/check-range.js';
import type { Finding } from '../verify/finding.js';
import { signatureFault, sinceAfresh } from './check-heads.js';
import { LogContradicted, LogEmpty } from './errors.js';
import { type HeadsFile, HeadsFileError } from './heads-file.js';
import { offChain } from './off-chain.js';
import { digestOf, type SignedHead } from './signed-head.js';
import type { SigningKeys } from './signing-keys.js';
import { allHeads, headsAfter, insertHead, lockSigning, newestHeads } from './table.js';

/** How old the last signed head may be while events were recorded since. */
const SIGN_EVERY_MS = 3_600_000;
const PAGE = 1_000;
const BELOW_ALL = Number.MAX_SAFE_INTEGER;

/** What heads are signed and kept with. */
export interface HeadsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  /** Where they are kept outside the database; undefined: nowhere. */
  readonly file: HeadsFile | undefined;
  /** Told of what an operator must know, once an hour while it is so; must not throw. */
  readonly onTrouble: (program: ProgramId, says: string) => void;
}

/** What is known of a program's signed heads. */
export interface HeadsKnown {
  /** As the database holds them, by number. */
  readonly inside: readonly SignedHead[];
  /** As the file outside holds them, by number, from the last signed afresh on. */
  readonly outside: readonly SignedHead[];
  /** Why those outside could not be read. */
  readonly fault: Finding | undefined;
}

/** Signs the heads of logs, keeps them in the database and outside, and finds out when the two disagree. */
export class Heads {
  readonly keys: SigningKeys;
  private readonly database: Database;
  /** What was said of late, so that it is not said at every look. */
  private readonly said = new Map<string, number>();

  constructor(private readonly parts: HeadsParts) {
    this.keys = parts.keys;
    this.database = parts.database;
  }

  /**
   * Signs the head of a program once everything since the last signed head was found sound. A head
   * that is signed already is answered again.
   * @throws LogEmpty, LogContradicted, UnknownProgram
   */
  async sign(program: ProgramId): Promise<{ readonly head: SignedHead; readonly made: boolean }> {
    const found = await this.compare(program);
    if (found) throw this.contradicted(program, found);
    await this.level(program);
    const head = await this.head(program);
    const last = await this.newest(program);
    const fault = await checkRange(this.database, program, last, head);
    if (fault) throw this.contradicted(program, fault);
    return this.keep(program, head, {});
  }

  /**
   * Signs the log as it stands, whatever was signed before: what an operator does who knows why it
   * differs. @throws LogEmpty, LogContradicted when its chain is broken; UnknownProgram
   */
  async signAfresh(program: ProgramId): Promise<SignedHead> {
    const head = await this.head(program);
    const fault = await checkRange(this.database, program, undefined, head);
    if (fault) throw this.contradicted(program, fault);
    const outside = await this.parts.file?.newest(program);
    const after = outside?.number ?? 0;
    return (await this.keep(program, head, { afresh: true, after })).head;
  }

  /** Whether a program's head has moved and was not signed for an hour. */
  isDue(program: ProgramId): Promise<boolean> {
    return this.database.inProgram(program, async (tx) => {
      const { position } = await readHead(tx, program);
      const [last] = await newestHeads(tx, program, { below: BELOW_ALL, limit: 1 });
      if (!last) return position > 0;
      const old = this.parts.clock.now() - Date.parse(last.signedAt) >= SIGN_EVERY_MS;
      return position > last.position && old;
    });
  }

  /** Signed heads with numbers below one, newest first. */
  list(
    program: ProgramId,
    page: { readonly below?: number | undefined; readonly limit: number },
  ): Promise<SignedHead[]> {
    const { below = BELOW_ALL, limit } = page;
    return this.database.inProgram(program, (tx) => newestHeads(tx, program, { below, limit }), {
      readOnly: true,
    });
  }

  /**
   * Whether the log holds the newest heads that are known, inside and outside the database. Quick:
   * it looks at the events at their positions alone.
   */
  async compare(program: ProgramId): Promise<Finding | undefined> {
    const outside = await this.outside(program);
    const inside = await this.newest(program);
    for (const head of [outside, inside]) {
      const fault =
        head &&
        (signatureFault(head, this.keys.trusted) ?? (await offChain(this.database, program, head)));
      if (fault) return fault;
    }
    if (!outside || !inside) return undefined;
    return this.twin(program, outside);
  }

  /** Compares, and says what is wrong. */
  async check(program: ProgramId): Promise<Finding | undefined> {
    const found = await this.compare(program);
    if (found) this.trouble(program, new LogContradicted(program, found.says).message);
    return found;
  }

  /** Checks every program of the server, until told to stop. */
  async checkAll(signal: AbortSignal): Promise<void> {
    const programs = await this.database.beforeProgram((tx) =>
      tx.query<{ program: ProgramId }>('SELECT program_id AS program FROM waymark_programs()'),
    );
    for (const { program } of programs) {
      if (signal.aborted) return;
      await this.check(program);
    }
  }

  /** Every signed head, for going through the whole chain. */
  async known(program: ProgramId): Promise<HeadsKnown> {
    const inside = await allHeads(this.database, program);
    const outside: SignedHead[] = [];
    let fault: Finding | undefined;
    try {
      const { file } = this.parts;
      if (file) for await (const head of file.of(program)) outside.push(head);
    } catch (error) {
      this.troubled(program, error);
      fault = { kind: 'heads', says: (error as Error).message };
    }
    outside.sort((a, b) => a.number - b.number);
    return { inside, outside: sinceAfresh(outside, this.keys.trusted), fault };
  }

  /** Brings file and database to hold the same heads; what one lacks comes from the other. */
  async level(program: ProgramId): Promise<void> {
    const { file } = this.parts;
    if (!file) return;
    try {
      const [outside, inside] = [await file.newest(program), await this.newest(program)];
      const [there, here] = [outside?.number ?? 0, inside?.number ?? 0];
      if (there < here) await this.copyOut(program, file, there);
      if (here < there) await this.copyIn(program, file, here);
    } catch (error) {
      this.troubled(program, error);
    }
  }

  private async copyOut(program: ProgramId, file: HeadsFile, after: number): Promise<void> {
    const heads = await this.database.inProgram(program, (tx) =>
      headsAfter(tx, program, after, PAGE),
    );
    for (const head of heads) if (this.keys.trusted.signed(head)) await file.add(head);
    if (heads.length === PAGE) await this.copyOut(program, file, heads.at(-1)?.number ?? 0);
  }

  private async copyIn(program: ProgramId, file: HeadsFile, after: number): Promise<void> {
    let taken = 0;
    for await (const head of file.of(program, after)) {
      if (!this.keys.trusted.signed(head) || (await offChain(this.database, program, head)))
        continue;
      await this.database.inProgram(program, (tx) => insertHead(tx, program, head));
      taken += 1;
    }
    if (taken === 0) return;
    this.trouble(
      program,
      `${taken} signed heads of "${program}" were missing from the database and were put back from ${file.path}. The log itself holds them; find out who took them out.`,
    );
  }

  private async head(program: ProgramId): Promise<Head> {
    const head = await this.database.inProgram(program, (tx) => readHead(tx, program));
    if (head.position === 0) throw new LogEmpty(program);
    return head;
  }

  private async newest(program: ProgramId): Promise<SignedHead | undefined> {
    return (await this.list(program, { limit: 1 }))[0];
  }

  private async outside(program: ProgramId): Promise<SignedHead | undefined> {
    try {
      return await this.parts.file?.newest(program);
    } catch (error) {
      this.troubled(program, error);
      return undefined;
    }
  }

  /** Signs a head and keeps it, inside first. */
  private async keep(
    program: ProgramId,
    head: Head,
    { afresh, after = 0 }: { readonly afresh?: true; readonly after?: number },
  ): Promise<{ readonly head: SignedHead; readonly made: boolean }> {
    const kept = await this.database.inProgram(program, async (tx) => {
      await lockSigning(tx, program);
      const [last] = await newestHeads(tx, program, { below: BELOW_ALL, limit: 1 });
      const again = last && last.position >= head.position && this.isOurs(last);
      if (again && !afresh) return { head: last, made: false };
      const signed: SignedHead = this.keys.sign({
        type: 'waymark-signed-head' as const,
        program,
        number: Math.max(last?.number ?? 0, after) + 1,
        position: head.position,
        hash: head.hash.toString('hex'),
        recordedAt: new Date(head.recordedAt).toISOString(),
        signedAt: new Date(this.parts.clock.now()).toISOString(),
        previous: last ? digestOf(last) : null,
        ...(afresh ? { afresh } : {}),
      });
      await insertHead(tx, program, signed);
      return { head: signed, made: true };
    });
    await this.level(program);
    return kept;
  }

  /** Whether a head names the present key; one of a former key is signed once more. */
  private isOurs({ keyId }: SignedHead): boolean {
    return keyId === this.keys.present.keyId;
  }

  /** Whether the database has the newest head of the file as the file has it. */
  private async twin(program: ProgramId, outside: SignedHead): Promise<Finding | undefined> {
    const page = { below: outside.number + 1, limit: 1 };
    const [inside] = await this.list(program, page);
    if (!inside || inside.number !== outside.number || digestOf(inside) === digestOf(outside)) {
      return undefined;
    }
    return {
      kind: 'heads',
      says: `Head ${outside.number} of "${program}" was signed twice: the database holds another than ${this.parts.file?.path}. Two databases were in use, or one was put back.`,
    };
  }

  private contradicted(program: ProgramId, { says }: Finding): LogContradicted {
    const error = new LogContradicted(program, says);
    this.trouble(program, error.message);
    return error;
  }

  private troubled(program: ProgramId, error: unknown): void {
    if (!(error instanceof HeadsFileError)) throw error;
    this.trouble(program, error.message);
  }

  private trouble(program: ProgramId, says: string): void {
    const [now, name] = [this.parts.clock.now(), `${program} ${says}`];
    const last = this.said.get(name) ?? Number.NEGATIVE_INFINITY;
    if (now - last < SIGN_EVERY_MS) return;
    if (this.said.size > 1_000) this.said.clear();
    this.said.set(name, now);
    this.parts.onTrouble(program, says);
  }
}
