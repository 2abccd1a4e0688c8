import { z } from 'zod';
import { parseDuration } from '#lib/domain';

/** Control characters other than tab and line ends. */
const CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** A text for people, not empty. */
export const text = (longest: number) =>
  z
    .string()
    .min(1, 'This text is empty. Write it, or leave the key out.')
    .max(longest, `This text is longer than ${longest} characters. Shorten it.`)
    .refine(
      (value) => CONTROL.test(value) && value.isWellFormed(),
      'This text holds a control character or half a character. Take it out.',
    )
    .refine(
      (value) => value === '' || value.trim() !== '',
      'This text is blank. Write it, or leave the key out.',
    );

export const Title = text(200);
export const Prose = text(5000);

/** @source models/README.md, rule S-1 */
export const ModelIdText = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'The id of a model has 1 to 64 characters of a-z, 0-9 and `-`.');

/** The id of a stage, criterion, dimension, item or group. @source models/README.md, rule S-4 */
export const PartId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'An id begins with a letter or digit and has at most 64 of letters, digits, `.`, `_` and `-`.',
  );

/** @source models/README.md, rule M-1 */
export const MilestoneKeyText = z
  .string()
  .max(120, 'A milestone key has at most 120 characters.')
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    'A milestone key has two or more words of a-z, 0-9 and `-`, joined by dots, such as `hub.launched`.',
  );

/** @source models/README.md, rule T-1 */
export const DurationText = z
  .string()
  .refine(
    (value) => parseDuration(value) !== undefined,
    'A duration is written like P1Y, P90D or PT12H: more than nothing, at most P50Y.',
  )
  .meta({ pattern: '^P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?!$)(\\d+H)?(\\d+M)?)?$' });

export const WebAddress = text(2000).refine(
  (value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol),
  'An address begins with http:// or https://.',
);

export const Inferred = z.boolean().meta({ description: 'Ours, not the author’s.' });

export const textOrNumber = (longest: number) =>
  z.union([text(longest), z.number()]).meta({ description: 'A text or a number goes here.' });

/** Places in other catalogues, by the name of the catalogue. */
export const References = z.record(text(64), z.array(textOrNumber(500)).max(500));

export const wholeNumber = (least: number, most: number) =>
  z
    .number()
    .int('A whole number goes here.')
    .min(least, `At least ${least} goes here.`)
    .max(most, `At most ${most} goes here.`);

/** A list with at least one entry. */
export const filled = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(item)
    .min(1, 'This list is empty. Add an entry, or leave the key out.')
    .max(most, `This list has more than ${most} entries. Split it up.`);
