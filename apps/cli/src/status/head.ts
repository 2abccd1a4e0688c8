import type { Schemas } from '#lib/client';
import type { TimeOptions } from '../cli.js';
import type { Terminal } from '../terminal.js';
import { shorten, widthOf } from '../text/width.js';

/** Which unit, where it lies, and for which pair of times the answer holds. */
export function headLines(
  { paint, dates, columns }: Pick<Terminal, 'paint' | 'dates' | 'columns'>,
  { name, unit, kind, path, owner, retired }: Schemas['UnitInTree'],
  { asOf, position }: { readonly asOf: string; readonly position: number },
  given: TimeOptions,
): readonly string[] {
  const kindText = `${kind}${retired ? ', retired' : ''}`;
  const title = shorten(name, columns - widthOf(`  ${unit}  ${kindText}`));
  const above = path.map((one) => one.name).join(' › ');
  const known = given.knownAt ? `as known at ${dates.given(given.knownAt)}` : 'as known now';
  return [
    `${paint.title(title)}  ${paint.faint(unit)}  ${retired ? paint.warn(kindText) : paint.faint(kindText)}`,
    ...(above ? [paint.faint(shorten(`in ${above}`, columns))] : []),
    ...(owner ? [paint.faint(shorten(`owned by ${owner.name} <${owner.email}>`, columns))] : []),
    paint.faint(
      shorten(`as of ${dates.day(asOf)}, ${known} (position ${position} of the log)`, columns),
    ),
  ];
}
