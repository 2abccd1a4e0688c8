import { z } from 'zod';
import { OccurredAt } from './dates.js';
import { Problem } from './problem.js';
import { Achieve, Assess, Lapse, Retract, Waive } from './recording.js';
import { Id, isStorable, MALFORMED, UnitKeyText } from './text.js';

const inTime = { occurredAt: OccurredAt.optional() };

/**
 * The data of each CloudEvent type that is taken in. `occurredAt` may be left out: then the event's
 * `time` says when it occurred.
 */
export const CLOUD_EVENT_DATA = {
  'waymark.milestone.achieved.v1': Achieve.extend(inTime),
  'waymark.milestone.lapsed.v1': Lapse.extend(inTime),
  'waymark.milestone.assessed.v1': Assess.extend(inTime),
  'waymark.milestone.waived.v1': Waive,
  'waymark.milestone.retracted.v1': Retract,
} as const;

/** The JSON body of a CloudEvent in binary mode: the data of one of the types. */
export const CloudEventData = z.union(Object.values(CLOUD_EVENT_DATA));

export type CloudEventType = keyof typeof CLOUD_EVENT_DATA;

const storable = {
  params: MALFORMED,
  error: 'The text holds a NUL or half a surrogate pair. Take it out.',
};
const Attribute = (longest: number) => z.string().min(1).max(longest).refine(isStorable, storable);

/** The attributes of a CloudEvent that are looked at; extensions may follow and are ignored. */
export const CloudEventText = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: Attribute(200),
    source: Attribute(500).refine(
      (source) => source !== 'waymark',
      '"waymark" is the source of what is recorded here. Name your own.',
    ),
    type: z.enum(
      Object.keys(CLOUD_EVENT_DATA) as [CloudEventType, ...CloudEventType[]],
      `Not a type that is taken in: ${Object.keys(CLOUD_EVENT_DATA).join(', ')}.`,
    ),
    subject: UnitKeyText,
    time: OccurredAt.optional(),
    datacontenttype: z.string().max(200).optional(),
    dataschema: z.string().max(2000).optional(),
    data: z.unknown(),
  })
  .meta({
    id: 'CloudEvent',
    description: 'CloudEvents 1.0. `subject` is the unit, `time` when it occurred.',
  });

/** The JSON body of a batch. */
export const CloudEventBatch = z.array(CloudEventText).max(1000);

export const CloudEventResult = z
  .object({
    id: z.string().nullable().meta({ description: 'The id the event came with.' }),
    status: z.enum(['recorded', 'duplicate', 'rejected']),
    event: Id.optional().meta({ description: 'Its id in the log.' }),
    position: z.number().int().min(1).optional(),
    problem: Problem.optional(),
  })
  .meta({ id: 'CloudEventResult' });

export const CloudEventResults = z.object({ results: z.array(CloudEventResult) }).meta({
  id: 'CloudEventResults',
  description: 'In the order of the batch; each member stands alone.',
});
