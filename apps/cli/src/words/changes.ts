import type { Model, Models, Standing } from '../catalogue.js';
import type { Terminal } from '../terminal.js';
import { placeText } from '../status/ladder.js';
import { fit, shorten, widthOf } from '../text/width.js';

/** One model in which a unit would stand, or stands, elsewhere. */
interface Change {
  readonly model: string;
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
}

const height = (standing: Standing | undefined): number =>
  standing?.stage?.ordinal ?? standing?.checked ?? standing?.score ?? -1;
const share = (standing: Standing | undefined) => standing?.next?.progress ?? (standing ? 1 : 0);

/** Where two lists of standings differ, seen by a reader: another stage, another score, another step towards the next. */
function changesOf(before: readonly Standing[], after: readonly Standing[]): readonly Change[] {
  const models = [...new Set([...before, ...after].map(({ model }) => model))];
  return models
    .map((model) => ({
      model,
      before: before.find((one) => one.model === model),
      after: after.find((one) => one.model === model),
    }))
    .filter(
      (one) => height(one.before) !== height(one.after) || share(one.before) !== share(one.after),
    );
}

/** How standings change, in words, for each model in which they do. */
export function changeTexts(
  before: readonly Standing[],
  after: readonly Standing[],
  models: Models,
): readonly { readonly model: string; readonly rose: number; readonly text: string }[] {
  return changesOf(before, after).map(({ model, before: from, after: to }) => {
    const known = models(model, (to ?? from)?.modelVersion);
    const rose = Math.sign(height(to) - height(from));
    const text =
      rose === 0 ? stepText(from, to) : `${stageOf(from, known)} → ${stageOf(to, known)}`;
    return { model, rose, text };
  });
}

/** Whether standings differ for a reader. */
export const standsElsewhere = (before: readonly Standing[], after: readonly Standing[]): boolean =>
  changesOf(before, after).length > 0;

/** How standings change, a line a model; says so where none does. */
export function changeLines(
  { paint, columns }: Terminal,
  before: readonly Standing[],
  after: readonly Standing[],
  models: Models,
): readonly string[] {
  const changes = changeTexts(before, after, models);
  if (changes.length === 0) return [paint.faint('  No standing changes.')];
  const widest = Math.min(24, Math.max(...changes.map(({ model }) => widthOf(model))));
  return changes.map(({ model, rose, text }) => {
    const mark = rose > 0 ? paint.good('▲') : rose < 0 ? paint.bad('▼') : paint.faint('·');
    const line = shorten(text, columns - widest - 6);
    return `  ${mark} ${fit(model, widest)}  ${rose === 0 ? paint.faint(line) : line}`;
  });
}

/** `3 of 5 Operationalise` */
export function stageOf(standing: Standing | undefined, model: Model | undefined): string {
  if (!standing) return 'no standing';
  const place = placeText(standing, model);
  return standing.stage ? `${place} ${standing.stage.name}` : place;
}

function stepText(from: Standing | undefined, to: Standing | undefined): string {
  if (!to?.next) return 'closer';
  const name = `${to.next.ordinal} ${to.next.name}`;
  const percent = (standing: Standing | undefined) => `${Math.round(share(standing) * 100)} %`;
  return `on the way to ${name}: ${percent(from)} → ${percent(to)}`;
}
