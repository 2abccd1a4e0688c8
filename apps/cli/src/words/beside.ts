import type { Schemas } from '#lib/client';
import type { Asking } from '../cli.js';
import { wrap } from '../text/width.js';
import { standsElsewhere } from './changes.js';
import { alreadyTexts, type Known, type Supposed, whyNothing } from './why-nothing.js';

/** What there is to say beside how standings change: what was so already, why nothing changes, that the unit is retired. */
export async function besideLines(
  { api, terminal: { paint, dates, columns } }: Pick<Asking<object>, 'api' | 'terminal'>,
  known: Known,
  supposed: readonly Supposed[],
  { before, after }: Schemas['Comparison'],
): Promise<readonly string[]> {
  const { unit } = known.place;
  const texts = [
    ...(known.place.retired || standsElsewhere(before, after)
      ? alreadyTexts(known, supposed, dates)
      : await whyNothing(api, known, supposed, before, dates)),
    ...(known.place.retired
      ? [
          `${unit} was retired${known.retiredOn ? ` on ${dates.given(known.retiredOn)}` : ''}; facts of it are still kept`,
        ]
      : []),
  ];
  return texts.flatMap((text) => wrap(text, columns - 2)).map((line) => `  ${paint.faint(line)}`);
}
