import type { ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';
import { checkHeads, expectedOf as expectedHead } from '../heads/check-heads.js';
import { TrustedKeys } from '../heads/signing-keys.js';
import { allHeads } from '../heads/table.js';
import { expectedOf, faultsOf, type Given, lastGiven } from './given.js';
import { type Basis, type Report, reportOf } from './report.js';
import { verifyRows } from './verify-log.js';

/**
 * Verifies the log of a program in a database against the heads and public keys that are given. Of
 * the signed heads in the database those count that a given key signed.
 * @throws UnknownProgram
 */
export async function verifyDatabase(
  database: Database,
  program: ProgramId,
  given: Given,
): Promise<Report> {
  const keys = new TrustedKeys(given.publicKeys);
  const trusting = keys.all.length > 0;
  const inside = trusting ? await allHeads(database, program) : [];
  const checked = checkHeads(inside, keys);
  const own = checked.good.map(expectedHead);
  const expected = expectedOf(given, program);
  const { chain, broken } = await verifyRows(database, program, [...expected, ...own]);
  const unsigned = trusting && inside.length === 0 && given.heads.length === 0;
  const findings = [
    ...(broken ? [broken] : []),
    ...faultsOf(given, program, keys),
    ...checked.findings,
    ...(unsigned ? [{ kind: 'signature' as const, says: NOTHING_SIGNED }] : []),
  ];
  const sound = Math.min(chain.position, (broken?.position ?? Number.POSITIVE_INFINITY) - 1);
  const bases: Basis[] = [lastGiven(expected, sound), lastGiven(own, sound)]
    .filter((head) => head !== undefined)
    .map((head) => ({
      upTo: head.position,
      says: `lie under ${head.name}: the hash at ${head.position} is the one that was ${trusting ? 'signed' : 'kept (its signature was not checked: no --public-key)'}.`,
    }));
  return reportOf({
    program,
    length: chain.position,
    hash: chain.hash,
    findings,
    bases,
    also: { proved: [], notProved: trusting ? [WHOSE_KEY] : [] },
  });
}

const NOTHING_SIGNED =
  'No head of this program was signed in the database, so that the public key proves nothing of it.';
const WHOSE_KEY =
  'That the public key is that of the server: make sure of it by another way than this database.';
