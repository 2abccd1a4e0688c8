import type { Schemas } from '#lib/client';
import { dayText, numberText } from '../time/words.js';
import type { Change, CriterionAt } from './changes.js';

type Model = Schemas['Model'];

/** How many criteria are named before the rest is counted. */
const NAMED = 3;

/** What changes in one model, a sentence each; empty where nothing does. */
export function changeWords(change: Change, model: Model | undefined): readonly string[] {
  const { gained, lost, waived, unwaived, dimensions, since, before, after } = change;
  const says = saysOf(model);
  return [
    ...dimensions.map(({ name, from, to }) => `${name}: level ${from} → ${to}.`),
    ...named('Becomes met', gained, says),
    ...named('No longer met', lost, says),
    ...named('Met by decision only', waived, says),
    ...named('Met in fact, no longer by decision only', unwaived, says),
    ...(since
      ? [`Stands there since ${dayText(since.to)} instead of ${dayText(since.from)}.`]
      : []),
    ...progressWords(before, after),
  ];
}

function named(
  lead: string,
  criteria: readonly CriterionAt[],
  says: (at: CriterionAt) => string,
): readonly string[] {
  if (criteria.length === 0) return [];
  const texts = criteria.slice(0, NAMED).map((at) => `“${says(at).replace(/\.$/, '')}”`);
  const more = criteria.length - NAMED;
  return [`${lead}: ${texts.join(', ')}${more > 0 ? ` and ${numberText(more)} more` : ''}.`];
}

function saysOf(model: Model | undefined): (at: CriterionAt) => string {
  const found = new Map<string, string>();
  for (const { id, criteria } of model?.stages ?? []) {
    for (const criterion of criteria) found.set(`${id}/${criterion.id}`, criterion.says);
  }
  for (const { id, levels } of model?.dimensions ?? []) {
    for (const criterion of levels.flatMap((level) => level.criteria)) {
      found.set(`${id}/${criterion.id}`, criterion.says);
    }
  }
  for (const { id, says } of model?.items ?? []) found.set(`/${id}`, says);
  return ({ place, criterion }) =>
    found.get(`${place ?? ''}/${criterion}`) ?? found.get(`/${criterion}`) ?? criterion;
}

/** How far the next stage is away, where that is what differs. */
function progressWords(
  before: Schemas['Standing'] | undefined,
  after: Schemas['Standing'] | undefined,
): readonly string[] {
  const [from, to] = [before?.next, after?.next];
  if (!from || !to || from.id !== to.id || from.stillNeeded === undefined) return [];
  if (to.stillNeeded === undefined || from.stillNeeded === to.stillNeeded) return [];
  return [
    `On the way to ${to.name}: ${numberText(to.stillNeeded)} still needed instead of ${numberText(from.stillNeeded)}.`,
  ];
}

/** What moved, in a line: "The social customer journey 2 → 3"; undefined where no stage did. */
export function movedText(changes: readonly Change[], titles: ReadonlyMap<string, string>) {
  const moved = changes.filter(({ moves }) => moves !== 'stays');
  if (moved.length === 0) return undefined;
  return moved
    .map(({ model, before, after }) => {
      const [from, to] = [before?.stage?.ordinal, after?.stage?.ordinal];
      const step = from === undefined || to === undefined ? '' : ` ${from} → ${to}`;
      return `${titles.get(model) ?? model}${step}`;
    })
    .join(' · ');
}
