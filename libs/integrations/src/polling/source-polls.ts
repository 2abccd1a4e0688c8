import type { Instant } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { SourceKind } from '../mappings/tool-delivery.js';
import { AddressRefused } from '../outbound/reach/errors.js';
import type { Reach } from '../outbound/reach/reach.js';
import { SourceUnfit } from '../sources/errors.js';
import type { Poll, PollWish } from './poll.js';
import { openCredentials, pollsOf, putPoll, removePoll, sealCredentials } from './poll-rows.js';
import { type KnownPoll, requirePoll } from './require-poll.js';

/** A source whose poll is kept. */
interface OfSource {
  readonly id: string;
  readonly kind: SourceKind;
  /** When something came of it last; undefined: nothing did. */
  readonly lastAt: Instant | undefined;
}

/** What changed longer ago is not asked for when a poll begins. */
const LOOK_BACK_MS = 30 * 86_400_000;

/** How sources are asked for what they did not send. */
export class SourcePolls {
  constructor(
    private readonly seals: Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>,
    private readonly reach: Pick<Reach, 'require'>,
  ) {}

  /** By the ids of their sources; those that are not asked have none. */
  async of(
    tx: Tx,
    program: string,
    sources: readonly string[],
  ): Promise<ReadonlyMap<string, Poll>> {
    const found = await pollsOf(tx, program, sources);
    return new Map([...found].map(([id, { poll }]) => [id, poll]));
  }

  /**
   * Has a source asked from now on: at first for what changed since something came of it last.
   * @param wish null: it is asked no more
   * @throws SourceUnfit
   */
  async put(
    tx: Tx,
    program: string,
    { id, kind, lastAt }: OfSource,
    wish: PollWish | null,
    now: Instant,
  ): Promise<void> {
    if (wish === null) return removePoll(tx, program, id);
    const before = await this.known(tx, program, id);
    const { credentials, ...poll } = requirePoll(kind, wish, before);
    if (poll.url !== null) this.requireReachable(poll.url);
    const sealed = sealCredentials(this.seals, program, id, credentials);
    const from = before ? now : Math.max(lastAt ?? now, now - LOOK_BACK_MS);
    await putPoll(tx, program, id, { ...poll, sealed, from, now });
  }

  private requireReachable(url: string): void {
    try {
      this.reach.require(url);
    } catch (error) {
      if (error instanceof AddressRefused) throw new SourceUnfit('/poll/url', error.message);
      throw error;
    }
  }

  private async known(tx: Tx, program: string, source: string): Promise<KnownPoll | undefined> {
    const before = (await pollsOf(tx, program, [source])).get(source);
    if (!before) return undefined;
    const credentials = openCredentials(this.seals, program, source, before.sealed);
    return credentials && { ...before.poll, credentials };
  }
}
