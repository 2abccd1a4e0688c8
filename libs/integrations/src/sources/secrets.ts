import type { Instant } from '#lib/domain';
import type { Seals } from '#lib/event-log';

/** A secret that a source may prove its origin by. */
export interface SourceSecret {
  readonly secret: string;
  /** Until when it holds; null: it is the one in force. */
  readonly until: Instant | null;
}

/** Keeps the secrets of sources sealed under the master key of the server. */
export class SourceSecrets {
  constructor(private readonly seals: Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>) {}

  seal(program: string, source: string, secrets: readonly SourceSecret[]): Buffer {
    return this.seals.sealUnderMaster(JSON.stringify(secrets), placeOf(program, source));
  }

  /** Those that hold at `at`; none when another server sealed them. */
  open(program: string, source: string, sealed: Buffer, at: Instant): readonly SourceSecret[] {
    return this.openAll(program, source, sealed).filter((one) => holds(one, at));
  }

  /** Those that were kept last, whether they hold or have ended; none when another server sealed them. */
  openAll(program: string, source: string, sealed: Buffer): readonly SourceSecret[] {
    const text = this.seals.unsealUnderMaster(sealed, placeOf(program, source));
    return text === undefined ? [] : (JSON.parse(text) as readonly SourceSecret[]);
  }
}

/** Whether a secret has not ended. */
export function holds({ until }: SourceSecret, at: Instant): boolean {
  return until === null || until > at;
}

/** The secrets after a rotation: the one in force holds until `oldEndsAt`, those before it end now. */
export function rotated(
  before: readonly SourceSecret[],
  secret: string,
  oldEndsAt: Instant,
): readonly SourceSecret[] {
  const inForce = before.find(({ until }) => until === null);
  if (inForce?.secret === secret) return before;
  return [{ secret, until: null }, ...(inForce ? [{ ...inForce, until: oldEndsAt }] : [])];
}

function placeOf(program: string, source: string): string {
  return `source ${program} ${source}`;
}
