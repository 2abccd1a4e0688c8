import { z } from 'zod';

/**
 * Issues that carry this in `params` mean that the request is malformed (400), not merely against
 * the rules (422): what PostgreSQL and UTF-8 cannot hold at all.
 */
export const MALFORMED = { malformed: true } as const;

const NUL_OR_HALF_A_PAIR = /\u0000|[\uD800-\uDFFF]/u;

/** Whether a text can be kept: it holds no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !NUL_OR_HALF_A_PAIR.test(text);
}

/**
 * A text of people, at most `longest` UTF-16 units, at least one of them visible.
 * Issues: a NUL or a lone surrogate is malformed; empty, blank or too long is against the rules.
 */
export function text(longest: number) {
  return z
    .string()
    .refine(isStorable, {
      params: MALFORMED,
      error: 'The text holds a NUL or half a surrogate pair. Take it out.',
      abort: true,
    })
    .max(longest, `The text is longer than ${longest} characters. Shorten it.`)
    .regex(/\S/, 'The text is blank. Write something or leave the property out.');
}

/** A name shown in lists. */
export const Name = text(200);
/** A note or reason of a few paragraphs. */
export const Prose = text(4000);

/** Lower-case letters, digits and `-`, at most 64: unit keys and model ids. */
const KEY = /^[a-z0-9-]{1,64}$/;

export const UnitKeyText = z
  .string()
  .regex(KEY, 'A unit key is made of lower-case letters, digits and "-", at most 64.')
  .meta({
    id: 'UnitKey',
    description: 'Chosen by the client: lower-case letters, digits, "-", at most 64.',
    examples: ['emea-support'],
  });

export const ModelIdText = z
  .string()
  .regex(KEY, 'A model id is made of lower-case letters, digits and "-", at most 64.')
  .meta({ id: 'ModelId', description: 'The id of a maturity model.', examples: ['lithium'] });

export const ProgramIdText = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'A program id is made of lower-case letters, digits and "-", at most 64, and does not begin with "-".',
  )
  .meta({
    id: 'ProgramId',
    description: 'The tenant: one office and its log.',
    examples: ['contoso'],
  });

export const MilestoneKeyText = z
  .string()
  .max(128, 'A milestone key is at most 128 characters.')
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    'A milestone key is two or more words of a-z 0-9 -, joined by dots.',
  )
  .meta({
    id: 'MilestoneKey',
    description: 'A key of the milestone dictionary.',
    examples: ['sponsor.approved'],
  });

/** The id of an event, recommendation, alert or key. */
export const Id = z
  .string()
  .regex(
    /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
    'An id looks like 0198c0de-0000-7000-8000-000000000001.',
  )
  .toLowerCase();

export const EventIdText = Id.meta({
  description: 'The id of an event of the log.',
  examples: ['0198c0de-0000-7000-8000-000000000001'],
});

/** Types of events, with commas between them. */
export const TypeList = z
  .string()
  .max(500, 'At most 500 characters.')
  .regex(
    /^[a-z.*, -]+$/,
    'Types of events with commas between them, such as milestone.*,comment.made',
  )
  .meta({
    description: 'Types of events with commas between them; `milestone.*` is all that begin so.',
    examples: ['milestone.*,comment.made'],
  });

/** The kind of a unit: free text such as `region` or `team`. */
export const Kind = text(64).meta({
  description: 'Enterprise, business unit, region, function, team or a word of your own.',
});
export const Tag = text(64);

export const Email = z
  .string()
  .max(254, 'An address is at most 254 characters.')
  .regex(/^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+$/, 'Not an e-mail address.')
  .refine(isStorable, { params: MALFORMED, error: 'The address holds half a surrogate pair.' });

/** A link that people can follow: http or https only, at most 2,000 characters. */
export const WebLink = z
  .string()
  .max(2000, 'A link is at most 2,000 characters.')
  .regex(
    /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\u0000-\u001f]+$/,
    'A link begins with http:// or https://.',
  )
  .refine(isStorable, { params: MALFORMED, error: 'The link holds half a surrogate pair.' })
  .refine((link) => URL.canParse(link), 'Not a link that a browser could follow.');
