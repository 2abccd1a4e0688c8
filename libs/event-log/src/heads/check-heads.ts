import type { Finding } from '../verify/finding.js';
import type { ExpectedHead } from '../verify/heads-on-chain.js';
import { digestOf, type SignedHead } from './signed-head.js';
import type { TrustedKeys } from './signing-keys.js';

/** What was found out about the signed heads of a program. */
export interface CheckedHeads {
  /** Those that a trusted key vouches for, from the last that was signed afresh on. */
  readonly good: readonly SignedHead[];
  readonly findings: readonly Finding[];
}

/**
 * Checks the signed heads of one program as the database holds them: each signed, each naming the
 * one before, none missing between. Since a head names the one before by its digest, a good
 * signature stands for all heads that are linked to it from before.
 * @param all by their numbers
 */
export function checkHeads(all: readonly SignedHead[], keys: TrustedKeys): CheckedHeads {
  const heads = sinceAfresh(all, keys);
  const findings: Finding[] = [];
  const good: SignedHead[] = [];
  /** What the head after the one looked at calls it, when that one is good. */
  let named: string | null = null;
  for (const head of heads.toReversed()) {
    const fault: Finding | undefined =
      named === digestOf(head) ? undefined : signatureFault(head, keys);
    if (fault) findings.unshift(fault);
    else good.unshift(head);
    named = fault ? null : head.previous;
  }
  for (const [index, head] of heads.entries()) {
    const fault = linkFault(head, heads[index - 1]);
    if (fault) findings.push(fault);
  }
  return { good, findings };
}

/** Heads from the last on that an operator had signed afresh; all when none was. */
export function sinceAfresh(
  heads: readonly SignedHead[],
  keys: TrustedKeys,
): readonly SignedHead[] {
  const start = heads.findLastIndex((head) => head.afresh && keys.signed(head) === true);
  return heads.slice(Math.max(start, 0));
}

/** What is wrong with the signature of a head; undefined when a trusted key signed it. */
export function signatureFault(head: SignedHead, keys: TrustedKeys): Finding | undefined {
  const signed = keys.signed(head);
  if (signed) return undefined;
  return {
    kind: 'signature',
    says:
      signed === undefined
        ? `H${nameOf(head).slice(1)} names the key ${head.keyId}, which is not among those that are trusted.`
        : `H${nameOf(head).slice(1)} was not signed by the key it names (${head.keyId}): it was changed, or made up.`,
  };
}

/** How a signed head is spoken of. */
export function nameOf({ number, signedAt }: SignedHead): string {
  return `head ${number} (signed on ${signedAt})`;
}

/** A signed head as the chain is held against it. */
export function expectedOf(head: SignedHead): ExpectedHead {
  return { position: head.position, hash: head.hash, name: nameOf(head) };
}

function linkFault(head: SignedHead, before: SignedHead | undefined): Finding | undefined {
  if (head.afresh) return undefined;
  const due = (before?.number ?? 0) + 1;
  if (head.number !== due) {
    const which =
      due === head.number - 1
        ? `Signed head ${due} is`
        : `Signed heads ${due} to ${head.number - 1} are`;
    return { kind: 'heads', says: `${which} missing from the database.` };
  }
  if (head.previous === (before ? digestOf(before) : null)) return undefined;
  return {
    kind: 'heads',
    says: `H${nameOf(head).slice(1)} does not name the head before it: one of the two was replaced.`,
  };
}
