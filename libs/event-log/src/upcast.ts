import { EVENT_TYPES, type EventType } from '#lib/domain';
import { NewerShape } from './errors.js';
import type { EventBody } from './texts.js';

/** Turns the data of one shape into that of the next. Texts may be sealed; it moves them, and never reads them. */
export type Upcaster = (body: EventBody) => EventBody;

/**
 * The steps from each past shape to the next: the first turns shape 1 into shape 2. An event type
 * without steps has only shape 1. A step is added when the data of a type changes, with a line of
 * the shape before in `golden/`; it is never changed afterwards.
 */
export type Upcasters = Partial<Readonly<Record<EventType, readonly Upcaster[]>>>;

export const UPCASTERS: Upcasters = {};

/** The shape in which events of a type are written now. */
export function presentShape(type: EventType, upcasters: Upcasters = UPCASTERS): number {
  return (upcasters[type]?.length ?? 0) + 1;
}

/** The data in the present shape of its type. @throws NewerShape */
export function upcast(
  type: EventType,
  shape: number,
  body: EventBody,
  upcasters: Upcasters = UPCASTERS,
): EventBody {
  if (!EVENT_TYPES.includes(type) || shape > presentShape(type, upcasters)) {
    throw new NewerShape(type, shape);
  }
  return (upcasters[type] ?? []).slice(shape - 1).reduce((older, step) => step(older), body);
}
