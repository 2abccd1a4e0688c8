import type { Problem } from '#lib/client';

/** What is wrong with one thing that was sent. */
export interface FieldFault {
  readonly pointer: string;
  readonly message: string;
  /** Where it stands in a file that was sent: "rules.yaml, line 3". */
  readonly where?: string;
}

/** What went wrong, in words for the person in front of the page. */
export interface Fault {
  readonly title: string;
  readonly detail: string;
  /** Faults of single fields: a pointer into what was sent, and what to do. */
  readonly fields: readonly FieldFault[];
  readonly status: number | undefined;
  /** A request that would be taken instead, such as to plan what lies in the future. */
  readonly offer: Problem['offer'];
}

/** @param thrown whatever a query or mutation failed with */
export function faultOf(thrown: unknown): Fault {
  if (isProblem(thrown)) {
    const { title, detail, errors = [], status, offer } = thrown;
    const fields = errors.map(({ pointer, message, file, line }) => ({
      pointer,
      message: forPeople(message),
      ...(file ? { where: `${file}${line ? `, line ${line}` : ''}` } : {}),
    }));
    return { title, detail: forPeople(detail), fields, status, offer };
  }
  return {
    title: 'The server cannot be reached',
    detail:
      'No answer came. What you typed or chose is kept: look at your connection and try again.',
    fields: [],
    status: undefined,
    offer: undefined,
  };
}

function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && 'title' in thrown && 'status' in thrown;
}

/** A message without the sentences that name routes of the api: they are for programs. */
export function forPeople(message: string): string {
  const sentences = message.split(/(?<=[.!?])\s+/);
  const kept = sentences.filter((sentence) => !/\b(?:GET|POST|PUT|PATCH|DELETE) \//.test(sentence));
  return kept.length > 0 ? kept.join(' ') : message;
}
