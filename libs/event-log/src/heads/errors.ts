import type { ProgramId } from '#lib/domain';

/** The log of a program is not the one whose heads were signed; nothing more of it is signed. */
export class LogContradicted extends Error {
  readonly code = 'log-contradicted';
  constructor(
    readonly program: ProgramId,
    readonly says: string,
  ) {
    super(`${says} Nothing is signed until that is cleared up: docs/verification.md says how.`);
  }
}

/** There is no event yet whose hash could be signed. */
export class LogEmpty extends Error {
  readonly code = 'log-empty';
  constructor(readonly program: ProgramId) {
    super(`The log of "${program}" is empty. Sign its head once something is recorded.`);
  }
}
