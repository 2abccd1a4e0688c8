/** Why a command was refused; each code has one HTTP status in the api. */
export type RefusalCode =
  | 'unit-unknown'
  | 'unit-incomplete'
  | 'unit-retired-not'
  | 'unit-has-units-below'
  | 'unit-retired'
  | 'heir-unknown'
  | 'heir-retired'
  | 'heir-same'
  | 'heir-below'
  | 'milestone-not-held'
  | 'milestone-held-better'
  | 'parent-unknown'
  | 'parent-retired'
  | 'parent-circle'
  | 'model-unknown'
  | 'model-missing'
  | 'model-version-unknown'
  | 'milestone-unknown'
  | 'date-invalid'
  | 'date-in-future'
  | 'date-in-past'
  | 'event-unknown'
  | 'event-of-other-unit'
  | 'event-not-retractable'
  | 'already-retracted'
  | 'event-not-a-waiver'
  | 'event-not-correctable'
  | 'nothing-corrected'
  | 'field-not-of-fact'
  | 'target-unknown'
  | 'calendar-link-unknown'
  | 'board-pack-unknown'
  | 'target-incomplete'
  | 'target-of-other-kind'
  | 'stage-unknown'
  | 'dimension-unknown'
  | 'level-unknown'
  | 'recommendation-unknown'
  | 'alert-unknown'
  | 'assignee-unfit'
  | 'plan-too-large'
  | 'key-unknown'
  | 'beyond-reach'
  | 'milestone-not-allowed'
  | 'not-own-fact'
  | 'approval-needed'
  | 'proposal-unknown'
  | 'proposal-closed'
  | 'own-proposal'
  | 'not-own-proposal';

/** A command that is against the rules or names what is not there. Nothing was recorded. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** For people: what is wrong and what to do about it. */
    message: string,
    /** A JSON pointer into what was sent, where one part of it is at fault. */
    readonly pointer?: string,
    /** What could be done instead. */
    readonly offer?: Offer,
  ) {
    super(message);
  }
}

/** A request that would be taken instead of one that was refused. */
export interface Offer {
  readonly method: 'PUT';
  /** From `/api` on. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Several faults of one command, or of one file. */
export class Faulty extends Error {
  readonly code = 'faulty';
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join(' '));
  }
}

/** One fault and where it stands. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
  /** From 1, in a file. */
  readonly line?: number;
  readonly column?: number;
  /** Which file, where several were sent. */
  readonly file?: string | undefined;
}
