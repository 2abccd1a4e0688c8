import type { Position } from '#lib/domain';
import { type ChainedEvent, chainHash, FIRST_HASH } from '../canonical.js';
import type { Finding } from './finding.js';

/** How many events after a broken one are looked through for what belongs in its place. */
const LOOK_AHEAD = 2_000;

/** An event with its hash, as it is stored. */
export interface StoredLink {
  readonly event: ChainedEvent;
  readonly hash: Buffer;
  /** Of the file it was read from. */
  readonly line?: number;
}

/**
 * Goes along a chain, event by event. Once one does not fit, the events after it are only looked
 * through for what became of the one that belongs there, until `settled`.
 */
export class ChainCheck {
  private broken: Finding | undefined;
  private looked = 0;

  /** @param position the last that is known to be right, and its hash */
  constructor(
    /** The last position that fits. */
    public position: Position = 0,
    /** The hash there. */
    public hash: Buffer = FIRST_HASH,
  ) {}

  /** What is wrong, once something is. */
  get finding(): Finding | undefined {
    return this.broken;
  }

  /** Whether more events would tell no more. */
  get settled(): boolean {
    return this.broken !== undefined && this.looked >= LOOK_AHEAD;
  }

  /** Takes the next event; whether it fits. */
  take(link: StoredLink): boolean {
    if (this.broken) {
      this.lookAt(link, this.broken);
      return false;
    }
    const { event, hash } = link;
    const due = this.position + 1;
    if (event.position !== due) {
      this.broken = misplaced(link, due);
      // one that came too late says by itself that the order is wrong
      if (event.position < due) this.looked = LOOK_AHEAD;
      return false;
    }
    if (!chainHash(this.hash, event).equals(hash)) {
      const before = due > 1 ? `, or event ${due - 1} was replaced together with its own hash` : '';
      this.broken = {
        kind: 'hash',
        says: `Event ${due} (${event.id}) does not fit its hash: it was changed after it was recorded, or its hash was${before}.`,
        ...placeOf(link, due),
      };
      return false;
    }
    this.position = due;
    this.hash = hash;
    return true;
  }

  /** Whether an event further on is the one that belongs where the chain broke. */
  private lookAt(link: StoredLink, broken: Finding): void {
    if (this.looked >= LOOK_AHEAD) return;
    this.looked += 1;
    const due = this.position + 1;
    const { event, hash } = link;
    const late = broken.kind === 'gap' && event.position === due;
    const moved =
      broken.kind === 'hash' && chainHash(this.hash, { ...event, position: due }).equals(hash);
    if (!late && !moved) return;
    this.looked = LOOK_AHEAD;
    const where = late ? 'further down' : `at ${event.position}`;
    this.broken = {
      ...broken,
      kind: 'order',
      says: `Events were put in another order: the event that belongs at ${due} (${event.id}) stands ${where}, and ${broken.event} stands in its place.`,
    };
  }
}

function misplaced(link: StoredLink, due: Position): Finding {
  const { position, id } = link.event;
  const [kind, says] =
    position < due
      ? [
          'order' as const,
          `Event ${position} (${id}) stands where event ${due} belongs: it is there twice or in the wrong place.`,
        ]
      : [
          'gap' as const,
          position === due + 1
            ? `Event ${due} is missing: event ${position} (${id}) follows where it should be.`
            : `Events ${due} to ${position - 1} are missing: event ${position} (${id}) follows.`,
        ];
  return { kind, says, ...placeOf(link, due) };
}

function placeOf({ event, line }: StoredLink, position: Position) {
  return { position, event: event.id, ...(line === undefined ? {} : { line }) };
}
