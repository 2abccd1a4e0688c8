import { randomBytes } from 'node:crypto';
import { setImmediate as aMoment } from 'node:timers/promises';
import type { ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, type Database, newId } from '#lib/platform';
import type { Wakeups } from '#lib/recording';
import type { SourceKind } from '../mappings/tool-delivery.js';
import { type Arrival, keptHeaders } from '../sources/arrival.js';
import { OriginUnproven } from '../sources/errors.js';
import { PROOFS } from '../sources/proofs.js';
import { type ReadDelivery, readArrival } from '../sources/read-arrival.js';
import { readOutboundMessage } from '../sources/read-soap.js';
import { Refusals } from '../sources/refusals.js';
import { SourceSecrets } from '../sources/secrets.js';
import { whyRefused } from '../sources/why-refused.js';
import { Contents } from './content.js';
import { type Kept, Keeper } from './keeper.js';

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

/** Takes deliveries in: proves whose they are, keeps them, and leaves the work to others. */
export class Receiver {
  private readonly secrets: SourceSecrets;
  private readonly contents: Contents;
  private readonly keeper: Keeper;
  private readonly refusals: Refusals;
  private readonly asking = new Map<string, Promise<readonly Candidate[]>>();
  private readonly waking = new Map<ProgramId, NodeJS.Timeout>();

  constructor(private readonly parts: ReceiverParts) {
    this.secrets = new SourceSecrets(parts.seals);
    this.contents = new Contents(parts.seals);
    this.keeper = new Keeper(parts.database);
    this.refusals = new Refusals(parts.database);
  }

  /**
   * Keeps what arrived for the source of a name whose proof of origin holds, in whichever program.
   * @throws OriginUnproven, also when there is no source of that name
   */
  async receive(name: string, arrived: Omit<Arrival, 'at'>): Promise<Received> {
    const arrival = { ...arrived, at: this.parts.clock.now() };
    const candidates = await this.candidates(name);
    const source = await this.proven(candidates, arrival);
    if (!source) {
      // the answer shall not wait for it, and take as long whether there is such a source or not
      setImmediate(() => this.noteRefusal(candidates, arrival));
      throw new OriginUnproven();
    }
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
        const holds = proofs.map((proof) => proof.holds(arrival, secret)).includes(true);
        if (holds && candidate !== NOBODY && ofOrganization(candidate, arrival))
          found ??= candidate;
      }
    }
    return found;
  }

  /** Nobody knows whose tool it was that sent it: each source of the name counts it. */
  private noteRefusal(candidates: readonly Candidate[], arrival: Arrival): void {
    for (const { program_id, id, kind, secrets } of candidates) {
      const known = this.secrets.openAll(program_id, id, secrets);
      this.refusals.count(program_id, id, whyRefused(kind, arrival, known), arrival.at);
    }
  }

  private keep(
    { program_id: program, id: source }: Candidate,
    { at, headers }: Arrival,
    deliveries: readonly ReadDelivery[],
  ): Promise<readonly Kept[]> {
    const kept = keptHeaders(headers);
    return Promise.all(
      deliveries.map(async ({ toolId, event, body, unreadable }) => {
        const id = newId();
        const sealed = await this.contents.seal({ program, source, id }, { headers: kept, body });
        const delivery = { source, id, toolId, event, at, sealed, unreadable };
        return this.keeper.keep(program, delivery);
      }),
    );
  }

  /** Arrivals that come while it is looked up share what is found. */
  private candidates(name: string): Promise<readonly Candidate[]> {
    const asked = this.asking.get(name);
    if (asked) return asked;
    const asking = this.parts.database
      .beforeProgram((tx) => tx.query<Candidate>('SELECT * FROM waymark_sources_named($1)', [name]))
      .finally(() => this.asking.delete(name));
    this.asking.set(name, asking);
    return asking;
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
