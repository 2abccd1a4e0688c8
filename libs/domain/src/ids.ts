declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The tenant: one office's log and everything read from it. */
export type ProgramId = Branded<'ProgramId'>;
/** What is tracked; chosen by the client: lower-case letters, digits, `-`, at most 64. */
export type UnitKey = Branded<'UnitKey'>;
/** A key of the shared dictionary: two or more words of a–z 0–9 -, joined by dots. */
export type MilestoneKey = Branded<'MilestoneKey'>;
/** The id of a maturity model: a–z 0–9 -, at most 64. */
export type ModelId = Branded<'ModelId'>;
/** A UUIDv7 made by the application. */
export type EventId = Branded<'EventId'>;
/** Order in the program's log: 1, 2, 3 … without a gap. */
export type Position = number;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Later than every instant and every position that can be recorded: "no end is known". */
export const FOREVER = Number.POSITIVE_INFINITY;
/** Earlier than every instant that can be recorded. */
export const BEGINNING_OF_TIME = Number.NEGATIVE_INFINITY;
