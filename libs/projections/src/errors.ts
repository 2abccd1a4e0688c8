import type { ModelId, ProgramId, UnitKey } from '#lib/domain';

/** A unit that is not registered. */
export class UnknownUnit extends Error {
  readonly code = 'unit-unknown';
  constructor(
    readonly unit: UnitKey,
    /** Which part of the request named it, where it is not the path. */
    readonly pointer?: string,
  ) {
    super(`There is no unit "${unit}". GET /api/v1/units lists those there are.`);
  }
}

/** A model that the program does not have. */
export class UnknownModel extends Error {
  readonly code = 'model-unknown';
  constructor(readonly model: ModelId) {
    super(`There is no model "${model}". GET /api/v1/models lists those there are.`);
  }
}

/** What will be known cannot be asked. */
export class KnownAtInFuture extends Error {
  readonly code = 'known-at-in-future';
  constructor(readonly given: string) {
    super(`knownAt "${given}" lies in the future. What will be known then is not known yet.`);
  }
}

/** The read models lag behind the log for longer than a read waits. */
export class ProjectionBehind extends Error {
  readonly code = 'projection-behind';
  constructor(readonly program: ProgramId) {
    super('The rollups are still being brought up to date. Ask again in a moment.');
  }
}

/** A question that would take too long to answer at once. */
export class TooMuchAsked extends Error {
  readonly code = 'too-much-asked';
}

/** A question that does not fit the model it is about. */
export class QuestionUnfit extends Error {
  readonly code = 'question-unfit';
  constructor(
    message: string,
    /** Which part of the request is at fault. */
    readonly pointer?: string,
  ) {
    super(message);
  }
}

/** The read models of a program are rebuilt by one at a time. */
export class RebuildUnderWay extends Error {
  readonly code = 'rebuild-under-way';
  constructor(readonly program: ProgramId) {
    super(`The read models of "${program}" are being rebuilt already. Wait until that is done.`);
  }
}

/** No such board pack in the program, or none that counts only units in sight. */
export class UnknownBoardPack extends Error {
  readonly code = 'board-pack-unknown';
  constructor(readonly id: string) {
    super(`There is no board pack "${id}". GET /api/v1/board-packs lists those there are.`);
  }
}
