import { saysOf, type Model, type Standing } from '../catalogue.js';
import type { Proof } from '../connection/proof.js';
import type { Terminal } from '../terminal.js';
import { fit, shorten, widthOf, wrap } from '../text/width.js';

type Drawing = Pick<Terminal, 'paint' | 'dates'>;
type Met = Standing['met'][number];
type Missing = NonNullable<Standing['next']>['missing'][number];

interface Row {
  readonly mark: string;
  readonly says: string;
  /** At the right: what is known of it, a line each. */
  readonly right: readonly string[];
}

/** A list of criteria whose right column is as wide as its widest. */
function list(rows: readonly Row[], room: number, indent: string): readonly string[] {
  const rightWidth = Math.max(0, ...rows.flatMap(({ right }) => right.map(widthOf)));
  return rows.flatMap((row) => lines(row, rightWidth, room, indent));
}

function lines(
  { mark, says, right }: Row,
  rightWidth: number,
  room: number,
  indent: string,
): readonly string[] {
  const left = room - indent.length - 2 - (rightWidth > 0 ? rightWidth + 2 : 0);
  if (left >= 24) {
    const said = wrap(says, left);
    return Array.from({ length: Math.max(said.length, right.length) }, (_, index) =>
      `${indent}${index === 0 ? mark : ' '} ${fit(said[index] ?? '', left)}  ${right[index] ?? ''}`.trimEnd(),
    );
  }
  return [
    ...wrap(says, room - indent.length - 2).map(
      (text, index) => `${indent}${index === 0 ? mark : ' '} ${text}`,
    ),
    ...right.map((text) => `${indent}  ${text}`),
  ];
}

const rank = ({ keyMove, supporting }: Missing) => (keyMove ? 0 : supporting ? 2 : 1);

/** What a gate still asks, the key move first. */
export function missingLines(
  { paint }: Drawing,
  missing: readonly Missing[],
  room: number,
  indent: string,
): readonly string[] {
  const rows = [...missing]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ says, milestones, keyMove, supporting }) => {
      // any of them will do
      const right = milestones.map((milestone, index) =>
        paint.faint(
          shorten(index === 0 ? milestone : `or ${milestone}`, Math.max(32, Math.floor(room / 2))),
        ),
      );
      if (supporting) return { mark: paint.faint('·'), says: `Helps: ${says}`, right };
      if (keyMove) return { mark: paint.key('★'), says: `Key move: ${says}`, right };
      return { mark: paint.bad('✗'), says, right };
    });
  return list(rows, room, indent);
}

/** The events that a criterion rests on, and whose they are. */
function eventTexts({ by }: Met, proof: Proof | undefined) {
  const events = by.flatMap((id) => proof?.event(id) ?? []);
  const numbers = [...new Set(events.map(({ position }) => position))].toSorted((a, b) => a - b);
  return {
    numbers:
      numbers.length === 0 ? '' : `event${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`,
    from: [...new Set(events.flatMap((event) => proof?.from(event) ?? []))].join(', '),
  };
}

/**
 * What is met, since when, and whatever is special about it.
 *
 * @param proof where the events are known by which it is met, they are named
 */
export function metLines(
  { paint, dates }: Drawing,
  met: readonly Met[],
  model: Model | undefined,
  room: number,
  indent: string,
  proof?: Proof,
): readonly string[] {
  const says = saysOf(model);
  const rows = met.map((one) => {
    const ends = one.until ? paint.warn(` until ${dates.day(one.until)}`) : '';
    const since = `${one.waived ? paint.warn('waived ') : ''}${paint.faint(dates.day(one.since))}${ends}`;
    const { numbers, from } = eventTexts(one, proof);
    const right = [since, ...wrap(numbers, 22).map(paint.faint)];
    const text = says(one.stage, one.criterion)?.says ?? one.criterion;
    return {
      mark: one.waived ? paint.warn('~') : paint.good('✓'),
      says: from ? `${text} (by ${from})` : text,
      // in one line where both are short
      right: ends || right.length > 2 || numbers.length > 12 ? right : [right.join('  ')],
    };
  });
  return list(rows, room, indent);
}
