import { randomBytes } from 'node:crypto';
import { setImmediate as aMoment } from 'node:timers/promises';
import type { ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import type { Wakeups } from '#lib/recording';
import type { SourceKind } from '../mappings/tool-delivery.js';
import { type Arrival, keptHeaders } from '../sources/arrival.js';
import { OriginUnproven } from '../sources/errors.js';
import { PROOFS } from '../sources/proofs.js';
import { type ReadDelivery, readArrival } from '../sources/read-arrival.js';
import { readOutboundMessage } from '../sources/read-soap.js';
import { SourceSecrets } from '../sources/secrets.js';
import { Contents } from './content.js';

/** What became of an arrival. */
export interface Received {
  readonly program: ProgramId;
  readonly kind: SourceKind;
  /** Of the first delivery it holds; they hold one each but for Salesforce's. */
  readonly delivery: string;
  /** Whether all of it was here before. */
  readonly status: 'accepted' | 'repeated';
}

/** A source that an arrival could be of. */
interface Candidate {
  readonly program_id: ProgramId;
  readonly id: string;
  readonly kind: SourceKind;
  readonly secrets: Buffer;
  readonly organization: string | null;
}

/** What receiving needs. */
export interface ReceiverParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly wakeups: Pick<Wakeups, 'ask'>;
}

/** Deliveries that come in close succession share a wake-up. */
const SPACING_MS = 20;
/** Hashing more than this at a stretch would hold up everybody else. */
const STRETCH_BYTES = 1024 * 1024;

const KEEP = `
INSERT INTO delivery (program_id, source, id, tool_id, event, received_at, sealed, status, due_at, reason)
SELECT $1, $2::uuid, $3::uuid, $4, $5, $6::timestamptz, $7::bytea, $8, $9::timestamptz, $10
 WHERE EXISTS (SELECT FROM source WHERE program_id = $1 AND id = $2 FOR KEY SHARE)
ON CONFLICT (program_id, source, tool_id) DO NOTHING RETURNING id`;

/** Takes deliveries in: proves whose they are, keeps them, and leaves the work to others. */
export class Receiver {
  private readonly secrets: SourceSecrets;
  private readonly contents: Contents;
  private readonly waking = new Map<ProgramId, NodeJS.Timeout>();

  constructor(private readonly parts: ReceiverParts) {
    this.secrets = new SourceSecrets(parts.seals);
    this.contents = new Contents(parts.seals);
  }

  /**
   * Keeps what arrived for the source of a name whose proof of origin holds, in whichever program.
   * @throws OriginUnproven, also when there is no source of that name
   */
  async receive(name: string, arrived: Omit<Arrival, 'at'>): Promise<Received> {
    const arrival = { ...arrived, at: this.parts.clock.now() };
    const candidates = await this.parts.database.beforeProgram((tx) =>
      tx.query<Candidate>('SELECT * FROM waymark_sources_named($1)', [name]),
    );
    const source = await this.proven(candidates, arrival);
    if (!source) throw new OriginUnproven();
    const deliveries = readArrival(source.kind, arrival);
    const kept = await this.keep(source, arrival, deliveries);
    this.wake(source.program_id);
    const [first] = kept;
    if (!first) throw new OriginUnproven();
    const status = kept.every(({ repeated }) => repeated) ? 'repeated' : 'accepted';
    return { program: source.program_id, kind: source.kind, delivery: first.id, status };
  }

  /** Every secret of every candidate is tried, so that the time tells nothing of which held. */
  private async proven(
    candidates: readonly Candidate[],
    arrival: Arrival,
  ): Promise<Candidate | undefined> {
    let found: Candidate | undefined;
    let hashed = 0;
    for (const candidate of candidates.length > 0 ? candidates : [NOBODY]) {
      const { program_id, id, kind, secrets } = candidate;
      const held =
        candidate === NOBODY ? NO_SECRETS : this.secrets.open(program_id, id, secrets, arrival.at);
      for (const { secret } of held) {
        hashed += arrival.body.length;
        if (hashed > STRETCH_BYTES) {
          hashed = 0;
          await aMoment();
        }
        const proofs = candidate === NOBODY ? EVERY_PROOF : PROOFS[kind];
        const holds = proofs.map((proof) => proof(arrival, secret)).includes(true);
        if (holds && candidate !== NOBODY && ofOrganization(candidate, arrival))
          found ??= candidate;
      }
    }
    return found;
  }

  private async keep(
    { program_id: program, id: source }: Candidate,
    { at, headers }: Arrival,
    deliveries: readonly ReadDelivery[],
  ) {
    const kept = keptHeaders(headers);
    const sealed = await Promise.all(
      deliveries.map(async (delivery) => {
        const id = newId();
        const content = { headers: kept, body: delivery.body };
        return { id, delivery, sealed: await this.contents.seal({ program, source, id }, content) };
      }),
    );
    return this.parts.database.inProgram(program, async (tx) => {
      const outcomes: { readonly id: string; readonly repeated: boolean }[] = [];
      for (const { id, delivery, sealed: content } of sealed) {
        const { toolId, event, unreadable } = delivery;
        const [row] = await tx.query<{ id: string }>(KEEP, [
          ...[program, source, id, toolId, event, toTimestamp(at), content],
          ...(unreadable === undefined
            ? ['received', toTimestamp(at), null]
            : ['rejected', null, unreadable]),
        ]);
        outcomes.push(
          row
            ? { id: row.id, repeated: false }
            : { id: await known(tx, program, source, toolId), repeated: true },
        );
      }
      return outcomes;
    });
  }

  private wake(program: ProgramId): void {
    if (this.waking.has(program)) return;
    const waking = setTimeout(() => {
      this.waking.delete(program);
      this.parts.wakeups.ask('deliveries', program, 0);
    }, SPACING_MS);
    this.waking.set(program, waking);
  }
}

/** Stands in where there is no source of a name, so that this takes as long as a proof that fails. */
const NOBODY: Candidate = {
  program_id: '' as ProgramId,
  id: '',
  kind: 'generic',
  secrets: Buffer.alloc(0),
  organization: null,
};
const EVERY_PROOF = [...new Set(Object.values(PROOFS).flat())];
const NO_SECRETS = [{ secret: randomBytes(32).toString('base64url'), until: null }] as const;

/** Of Salesforce: whether it is a message of the organisation that was named; ids have 15 letters that count. */
function ofOrganization({ kind, organization }: Candidate, { body }: Arrival): boolean {
  if (kind !== 'salesforce') return true;
  const told = readOutboundMessage(body)?.organization;
  return told !== undefined && told.slice(0, 15) === organization?.slice(0, 15);
}

/** The id of a delivery that was here before. @throws OriginUnproven when its source was taken away meanwhile */
async function known(tx: Tx, program: string, source: string, toolId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM delivery WHERE program_id = $1 AND source = $2 AND tool_id = $3',
    [program, source, toolId],
  );
  if (!row) throw new OriginUnproven();
  return row.id;
}
