import type { Instant } from '#lib/domain';
import { eventId } from './event-id.js';
import { Random } from './random.js';

/** Somebody who records, and when they sit down to do so. */
export interface Author {
  /** A UUID, the same in every telling. */
  readonly subject: string;
  readonly name: string;
  /** The first instant after another at which this author records. */
  sitting(after: Instant): Instant;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Monday, 5 January 1970, 08:00 UTC. */
const MONDAY = 4 * DAY + 8 * 60 * MINUTE;

/** What they look after, who they are, every how many weeks they record, and on which day (0: Monday). */
const PEOPLE = [
  ['office', 'Ines Castellan, program office', 2, 0],
  ['emea', 'Jonas Weidel, EMEA', 2, 1],
  ['americas', 'Tessa Whitlock, Americas', 2, 2],
  ['apac', 'Haruto Minase, Asia Pacific', 3, 3],
  ['insurance', 'Aoife Branagh, Insurance', 3, 1],
  ['business-solutions', 'Pieter Roosmalen, Business Solutions', 3, 2],
  ['group-functions', 'Lucia Ferrandi, Group Functions', 3, 3],
  ['audit', 'Samir Haddadi, group audit', 3, 4],
  ['tracker', 'Issue tracker', 2, 0],
] as const;

type Desk = (typeof PEOPLE)[number][0];

/** Those who record in the story, by what they look after. */
export const AUTHORS = Object.fromEntries(
  PEOPLE.map(([desk, name, everyWeeks, day], seat) => {
    // a time of day of their own, so that no two of them record at one instant
    const first = MONDAY + day * DAY + seat * 31 * MINUTE;
    const period = everyWeeks * 7 * DAY;
    const person: Author = {
      subject: eventId(Date.UTC(2012, 5, 11), Random.of('author', name)),
      name,
      sitting: (after) => first + Math.ceil((after + 1 - first) / period) * period,
    };
    return [desk, person];
  }),
) as Readonly<Record<Desk, Author>>;

/** Who records what a part of the enterprise reports; the program office where nobody else does. */
export function authorOf(group: string): Author {
  const authors: Readonly<Record<string, Author>> = AUTHORS;
  return authors[group] ?? AUTHORS.office;
}
