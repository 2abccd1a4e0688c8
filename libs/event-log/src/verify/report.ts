import type { Position } from '#lib/domain';
import type { Finding } from './finding.js';

/** What an offline verification found. */
export interface Report {
  /** Nothing wrong was found: what `proved` says holds, and no more. */
  readonly ok: boolean;
  readonly program: string;
  /** How many events were found sound, from the first on. */
  readonly length: number;
  /** The hash of the last of them, in hex. */
  readonly head: string;
  /** The first event that is wrong, missing or no longer proved. */
  readonly firstBroken?: Position;
  readonly findings: readonly Finding[];
  /** Up to which position the events are proved to be those that were recorded; 0: none is. */
  readonly provedUpTo: Position;
  /** What is certain, and what it rests on, for people. */
  readonly proved: readonly string[];
  /** What is not, and what would make it so. */
  readonly notProved: readonly string[];
}

/** What a report is made of. */
export interface Outcome {
  readonly program: string;
  readonly length: number;
  readonly hash: Buffer;
  readonly findings: readonly Finding[];
  /** What proves how far: the furthest counts. */
  readonly bases: readonly Basis[];
  /** What else holds that is not about the events. */
  readonly also: { readonly proved: readonly string[]; readonly notProved: readonly string[] };
}

/** Something from elsewhere that proves events up to a position. */
export interface Basis {
  readonly upTo: Position;
  /** `… as they were when …`. */
  readonly says: string;
}

/** Puts a report together, in plain words. */
export function reportOf({ program, length, hash, findings, bases, also }: Outcome): Report {
  const broken = findings.find(({ position }) => position !== undefined)?.position;
  const sound = broken === undefined ? length : Math.min(length, broken - 1);
  const best = bases
    .filter(({ upTo }) => upTo <= sound)
    .reduce<Basis>((a, b) => (b.upTo > a.upTo ? b : a), { upTo: 0, says: '' });
  const rest = sound - best.upTo;
  return {
    ok: findings.length === 0,
    program,
    length: sound,
    head: hash.toString('hex'),
    ...(broken === undefined ? {} : { firstBroken: broken }),
    findings,
    provedUpTo: best.upTo,
    proved: [
      ...(best.upTo > 0 ? [`${events(1, best.upTo)} ${best.says}`] : []),
      ...(rest > 0
        ? [
            `${events(best.upTo + 1, sound)}: the chain fits, each hash is that of the event and of the hash before.`,
          ]
        : []),
      ...also.proved,
    ],
    notProved: [
      ...(rest > 0
        ? [
            `That nobody wrote ${events(best.upTo + 1, sound).toLowerCase()} anew: whoever can write to it could have computed the hashes as well. A later head (--head) or the public key (--public-key) of the server would prove it.`,
          ]
        : []),
      ...also.notProved,
    ],
  };
}

function events(from: Position, to: Position): string {
  return from === to ? `Event ${from}` : `Events ${from} to ${to}`;
}
