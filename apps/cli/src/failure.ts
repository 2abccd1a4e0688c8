/** How a command ends, as the shell sees it. */
export const EXIT = {
  /** Done. */
  fine: 0,
  /** The server refused it, it is not there, or what was checked has faults. */
  refused: 1,
  /** The command line cannot be read. */
  usage: 2,
  /** Nobody answers, or nobody is signed in. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command cannot be done, in words for whoever typed it. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    readonly exitCode: ExitCode,
    /** What to do next, a line each. */
    readonly hints: readonly string[] = [],
  ) {
    super(message);
  }
}
