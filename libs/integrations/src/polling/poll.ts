import type { Instant } from '#lib/domain';

/** How a source is asked for what it did not send, as it is looked at; its credentials are never shown. */
export interface Poll {
  /** Null: where the tool is for everybody. */
  readonly url: string | null;
  /** Repositories of GitHub by their full name, projects of GitLab by their path, of Jira by their key. */
  readonly projects: readonly string[];
  /** An ISO 8601 duration. */
  readonly every: string;
  /** Up to when nothing is left to fetch. */
  readonly reachedAt: Instant;
  /** When all of it was last asked for without a failure; null: not yet. */
  readonly polledAt: Instant | null;
  readonly nextAt: Instant;
  /** Why it could not be asked for last; null: it could. */
  readonly failure: string | null;
}

/** Whom the tool shall take Waymark for. */
export interface Credentials {
  /** Of Jira Cloud: the address of the account that the token is of. */
  readonly user?: string | undefined;
  readonly token: string;
}

/** How a source shall be asked; what is left out stays. */
export interface PollWish {
  readonly url?: string | undefined;
  readonly projects?: readonly string[] | undefined;
  readonly credentials?: Credentials | undefined;
  readonly every?: string | undefined;
}
