/** Who acted: a key or a person by id, or whoever works at the server's command line. */
export type AuditActor =
  | { readonly kind: 'key' | 'person'; readonly id: string }
  | { readonly kind: 'operator' };

/** What is to be noted of one act. */
export interface AuditNote {
  /** Two dotted words or more, as `key.made`; docs/audit.md lists them. */
  readonly action: string;
  readonly outcome: 'done' | 'denied';
  /** Absent: nobody that is known. Of a failed sign-in: the person whose account it was. */
  readonly actor?: AuditActor | undefined;
  /** The address the request came from; sealed under the key of the actor. */
  readonly from?: string | undefined;
  /** Ids, counts and words of ours; never a secret, nor a text that a person wrote. */
  readonly about?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** An entry as it is read. */
export interface AuditEntry {
  /** 1, 2, 3 … in the program, without a gap but for what is over. */
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly action: string;
  readonly outcome: 'done' | 'denied';
  readonly actor: {
    readonly kind: 'key' | 'person' | 'operator' | 'unknown';
    readonly id: string | null;
    /** As the key or person is called by now; null: nobody, removed or erased. */
    readonly name: string | null;
  };
  /** The address; null: there was none, or it was erased with the actor. */
  readonly from: string | null;
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
}

const ACTION = /^[a-z-]+(\.[a-z-]+)+$/;
const NAME = /^[a-zA-Z]{1,32}$/;
/** Ids, dates, routes and words: no spaces and no `@`, so that no text or address slips in. */
const WORD = /^[\w.:/+*-]{0,200}$/;
/** How keys and tokens of ours begin. */
const SECRET = /^wm[a-z]_\w{20,}/;

/**
 * Refuses what must not stand in the trail; a fault of the code that notes, not of the request.
 * @throws Error
 */
export function requireNotable({ action, about = {} }: AuditNote): void {
  if (!ACTION.test(action)) throw new Error(`"${action}" is not the name of an action.`);
  for (const [name, value] of Object.entries(about)) {
    if (!NAME.test(name)) throw new Error(`${action}: "${name}" cannot be noted.`);
    if (typeof value !== 'string') continue;
    if (!WORD.test(value) || SECRET.test(value)) {
      throw new Error(`${action}: "${name}" is to be an id or a word, no text and no secret.`);
    }
  }
}
