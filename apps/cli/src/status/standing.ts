import type { Model, Standing } from '../catalogue.js';
import type { Proof } from '../connection/proof.js';
import type { Terminal } from '../terminal.js';
import { bar } from '../text/bar.js';
import { lasted } from '../text/dates.js';
import { fit, widthOf, wrap } from '../text/width.js';
import { metLines, missingLines } from './criteria.js';
import { type UnitForecast, forecastLines } from './forecast.js';
import { ladder, placeText } from './ladder.js';

/** What is drawn of one standing. */
export interface Drawn {
  readonly standing: Standing;
  readonly model: Model | undefined;
  readonly forecast: UnitForecast | undefined;
  readonly asOf: string;
  /** Every stage with what met it, instead of the next gate alone: the events it rests on. */
  readonly proof: Proof | undefined;
}

type Drawing = Pick<Terminal, 'paint' | 'dates' | 'columns'>;

/** Where a unit stands in one model, line by line: the ladder, the next gate, what blocks, when. */
export function standingLines(drawing: Drawing, drawn: Drawn): readonly string[] {
  const { paint, columns } = drawing;
  const { standing, model } = drawn;
  const { next, ahead, dimensions } = standing;
  const id = `${standing.model}${(model?.versions.length ?? 1) > 1 ? ` v${standing.modelVersion}` : ''}`;
  const title = fit(model?.title ?? standing.model, columns - widthOf(id) - 2);
  return [
    `${paint.title(title)}  ${paint.faint(id)}`,
    placeLine(drawing, drawn),
    ...(dimensions ?? []).map((one) => dimensionLine(drawing, one, model)),
    ...(drawn.proof ? proofLines(drawing, drawn) : []),
    ...(next ? gateLines(drawing, drawn, next) : lastLines(drawing, drawn)),
    ...(ahead.length > 0 ? aheadLines(drawing, drawn) : []),
    ...forecastLines(drawing, drawn.forecast?.next ?? null, drawn.asOf, columns - 2).map(
      (one) => `  ${one}`,
    ),
  ];
}

function placeLine({ paint, dates, columns }: Drawing, { standing, model, asOf }: Drawn): string {
  const { stage, since, checked } = standing;
  const place = `  ${fit(placeText(standing, model), 7)} `;
  const room = columns < 60 ? 12 : 24;
  const rungs = ladder(paint, standing, model, room);
  const drawn = rungs + ' '.repeat(Math.max(0, room - widthOf(rungs)));
  const name = stage ? stage.name : checked === undefined ? '' : 'checked';
  const head = `${paint.title(place)}${drawn}  ${paint.title(name)}`;
  if (!stage || stage.ordinal === 0) return head.trimEnd();
  const long = `since ${dates.day(since)}, ${lasted(since, asOf)}`;
  const left = columns - widthOf(head) - 2;
  const when = left >= widthOf(long) ? long : `since ${dates.day(since)}`;
  return left >= widthOf(when) ? `${head}  ${paint.faint(when)}` : head;
}

type Dimension = NonNullable<Standing['dimensions']>[number];

function dimensionLine(
  { paint, dates, columns }: Drawing,
  { id, name, level, since }: Dimension,
  model: Model | undefined,
): string {
  const all = model?.dimensions ?? [];
  const of = Math.max(
    level,
    ...(all.find((one) => one.id === id)?.levels ?? []).map((one) => one.level),
  );
  const drawn = columns < 60 ? '' : `  ${bar(paint, level / of, of * 2)}`;
  const widest = Math.max(12, ...all.map((one) => widthOf(one.name)));
  const room = Math.min(widest, columns - 4 - '  5 of 5'.length - widthOf(drawn));
  const head = `    ${fit(name, room)}  ${level} of ${of}${drawn}`;
  const when = `  since ${dates.day(since)}`;
  return widthOf(head) + when.length <= columns ? head + paint.faint(when) : head;
}

/** The gate of the next stage: how far, what is met, what is missing. */
function gateLines(
  drawing: Drawing,
  { standing, model, proof }: Drawn,
  next: NonNullable<Standing['next']>,
): readonly string[] {
  const { paint, columns } = drawing;
  const met = standing.met.filter(({ stage }) => stage === next.id);
  const counting = next.missing.filter(({ supporting }) => !supporting);
  const { stillNeeded = counting.length } = next;
  const room = columns - 2;
  const label = `Next: ${next.ordinal} ${next.name}`;
  const done = met.filter(({ supporting }) => !supporting).length;
  const share =
    next.stillNeeded === undefined
      ? `${Math.round(next.progress * 100)} %`
      : `${done} of ${done + stillNeeded}`;
  const how = `${bar(paint, next.progress, 10)} ${share}`;
  const enough =
    stillNeeded < counting.length
      ? `any ${stillNeeded} of the ${counting.length} missing will do`
      : `${counting.length === 1 ? 'this is' : `these ${counting.length} are`} missing`;
  const head = `  ${paint.title(label)}  ${how}`;
  return [
    widthOf(head) + enough.length + 2 <= columns ? `${head}  ${paint.faint(enough)}` : head,
    ...(proof ? [] : metLines(drawing, met, model, room, '    ')),
    ...missingLines(drawing, next.missing, room, '    '),
  ];
}

/** At the last stage, or without stages: what it rests on. */
function lastLines(drawing: Drawing, { standing, model, proof }: Drawn): readonly string[] {
  const { paint, columns } = drawing;
  const { stage, checked, met } = standing;
  const here = stage && checked === undefined ? met.filter((one) => one.stage === stage.id) : met;
  const asked = (model?.items ?? [])
    .filter(({ id }) => !met.some(({ criterion }) => criterion === id))
    .map((item) => ({ ...item, criterion: item.id }));
  return [
    ...(stage && stage.ordinal > 0
      ? [`  ${paint.good('The last stage: nothing further is asked')}`]
      : []),
    ...(proof ? [] : metLines(drawing, here, model, columns - 2, '    ')),
    ...missingLines(drawing, asked, columns - 2, '    '),
  ];
}

/** Stages further up whose gates are met, behind one that is not. */
function aheadLines({ paint, columns }: Drawing, { standing }: Drawn): readonly string[] {
  const { ahead, next } = standing;
  const names = listed(ahead.map(({ ordinal, name }) => `${ordinal} ${name}`));
  const asks = ahead.length > 1 ? 'ask' : 'asks';
  // what is ahead counts once every stage below it is reached: of those the next one may not be the only one
  const alone = ahead.every(({ ordinal }, index) => ordinal === (next?.ordinal ?? 0) + 1 + index);
  const counts =
    alone && next
      ? `, and counts once ${next.name} is reached`
      : `${ahead.length > 1 ? '; each' : ', and'} counts once every stage below it is reached`;
  const text = `▒ Ahead, but blocked: all that ${names} ${asks} is met${counts}`;
  return wrap(text, columns - 4).map((one, index) =>
    paint.warn(`${index === 0 ? '  ' : '    '}${one}`),
  );
}

/** `4 Formalized and 6 Converged` */
function listed(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** Every stage with what met it. */
function proofLines(drawing: Drawing, { standing, model, proof }: Drawn): readonly string[] {
  const { paint, columns } = drawing;
  const stages = (model?.stages ?? []).filter(({ id }) =>
    standing.met.some(({ stage }) => stage === id),
  );
  return stages.flatMap(({ id, ordinal, name }) => [
    `  ${paint.faint(`${ordinal} ${name}`)}`,
    ...metLines(
      drawing,
      standing.met.filter(({ stage }) => stage === id),
      model,
      columns - 2,
      '    ',
      proof,
    ),
  ]);
}
