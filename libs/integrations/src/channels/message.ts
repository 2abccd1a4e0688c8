/** How much something matters, as alerts have it. */
export type NoticeSeverity = 'info' | 'warning' | 'critical';

/** One thing that people are told. */
export interface Notice {
  readonly severity: NoticeSeverity;
  /** One sentence, with the name of the unit in it. */
  readonly text: string;
  /** The path of the page that shows it, as `unitPath` and its like make it. */
  readonly path: string;
}

/** What is sent to a channel at once: one thing or many, never a message for each. */
export interface Message {
  /** A line that says what it is about. */
  readonly title: string;
  readonly notices: readonly Notice[];
  /** How many more there are than are named. */
  readonly more: number;
  /** The public address of this server, without a slash at its end; undefined: nobody said it. */
  readonly address: string | undefined;
}

/** So many things are named in a message; what is over is counted. */
export const MOST_NAMED = 20;

const RANK = { critical: 0, warning: 1, info: 2 } as const;

/** One message of what is to be told, what matters most first. */
export function messageOf(
  title: string,
  notices: readonly Notice[],
  address: string | undefined,
): Message {
  const sorted = [...notices].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const named = sorted.slice(0, MOST_NAMED);
  return { title, notices: named, more: notices.length - named.length, address };
}

/** The pages that notices lead to. */
export const unitPath = (unit: string) => `/units/${encodeURIComponent(unit)}`;
export const roadmapPath = (unit: string) => `/units/${encodeURIComponent(unit)}/roadmap`;
export const ALERTS_PATH = '/alerts';

/** The address of a page; undefined where the public address of the server is not known. */
export function linkOf({ address }: Message, path: string): string | undefined {
  return address === undefined ? undefined : `${address}${path}`;
}

/** What stands at the end where not all is named. */
export function moreOf({ more }: Message): string | undefined {
  return more === 0 ? undefined : `And ${more} more.`;
}
