import type { Position } from '#lib/domain';

/**
 * What can be wrong with a log:
 * - `hash`: an event was changed, or its hash was
 * - `order`: events stand in another order than they were recorded in
 * - `gap`: an event is missing in the middle
 * - `cut`: the log ends before its head, or before a head that was signed
 * - `extra`: events lie after the head
 * - `fork`: the log was written anew: it fits together, but not with a head that was signed
 * - `signature`: a signed document was not signed by the key it names, or by none that is trusted
 * - `heads`: the chain of signed heads is broken, so that some of them are missing or were replaced
 * - `form`: a line of a file cannot be read, or does not belong where it stands
 */
export type FindingKind =
  | 'hash'
  | 'order'
  | 'gap'
  | 'cut'
  | 'extra'
  | 'fork'
  | 'signature'
  | 'heads'
  | 'form';

/** Something wrong that verification found. */
export interface Finding {
  readonly kind: FindingKind;
  /** What is wrong, in a sentence or two for people. */
  readonly says: string;
  /** The first position that is wrong, or no longer proved; absent when the events are in order. */
  readonly position?: Position;
  /** The id of the event found there, where one was found. */
  readonly event?: string;
  /** The line of a file, from 1. */
  readonly line?: number;
}
