import type { Figures } from '../figures.js';
import { count, counted, day, percent, rank, stageText } from '../words.js';
import { INK, MUTED, RULE, stageColours } from './colours.js';
import type { Paper, Part } from './paper.js';

type Model = Figures['models'][number];

const BAR = 18;
const LEGEND_LINE = 12;
const LEGEND_COLUMNS = 3;

/** Where the units stand in each model: the headline model first, and never an average across them. */
export async function stages(paper: Paper, { models, headline, changes }: Figures): Promise<void> {
  const part = paper.part('Sect');
  paper.heading(2, 'Where the units stand', part, 120);
  paper.paragraphs(
    `Each bar is one model and counts the units that follow it. “Rose” and “fell” are since ${day(changes.from)}${changes.since === 'last-pack' ? ', the date of the last pack' : ''}. Stages of different models are not compared and never averaged.`,
    part,
    { size: 8, colour: MUTED },
  );
  paper.y += 4;
  for (const model of headlineFirst(models, headline)) {
    await paper.breathe();
    one(paper, part, model);
  }
  part.end();
  paper.y += 6;
}

/** The headline model first, then the others as they came. */
export function headlineFirst(models: readonly Model[], headline: string | null): readonly Model[] {
  return models.toSorted((a, b) => Number(b.model === headline) - Number(a.model === headline));
}

function one(paper: Paper, into: Part, model: Model): void {
  const { title, modelVersion, distribution, of } = model;
  const lines = Math.ceil(distribution.length / LEGEND_COLUMNS);
  const height = BAR + 6 + lines * LEGEND_LINE;
  paper.room(height + 46);
  const part = paper.part('Sect', into);
  paper.heading(3, `${title}, version ${modelVersion}`, part, height + 20);
  paper.paragraphs(summaryOf(model), part, { size: 8.5 });
  if (distribution.length > 0 && model.units > 0) {
    const box = [paper.left, paper.y, paper.left + paper.width, paper.y + height];
    const draw = () => {
      bar(paper, model);
      legend(paper, model, paper.y + BAR + 6);
    };
    const spoken = distribution.map(({ stage, units }) => `${stageText(stage, of)}: ${units}`);
    const alt = `Bar of ${counted(model.units, 'unit')} by stage in ${title}. ${spoken.join('; ')}.`;
    paper.tagged('Figure', part, draw, { alt, bbox: box });
    paper.y += height;
  }
  paper.y += 10;
  part.end();
}

/** The figures of a model in one line. */
export function summaryOf(model: Model): string {
  const { units, below, of, median, distribution, own, fromChildren, changes } = model;
  const name = distribution.find(({ stage }) => stage.ordinal === median)?.stage ?? null;
  const parts = [
    `${counted(units, 'unit')} of ${count(below)} ${units === 1 ? 'follows' : 'follow'} it`,
    ...(median === null ? [] : [`median ${stageText(name, of)}`]),
    ...(typeof model.meanScore === 'number' ? [`mean score ${model.meanScore}`] : []),
    ...(typeof model.meanChecked === 'number'
      ? [`${percent(model.meanChecked)} checked on average`]
      : []),
    ...(own ? [`the unit itself: ${stageText(own, of)}`] : []),
    ...(fromChildren ? [`as read from those below: ${stageText(fromChildren.stage, of)}`] : []),
    ...(changes ? [`${count(changes.rose)} rose`, `${count(changes.fell)} fell`] : []),
  ];
  return parts.join(' · ');
}

function bar(paper: Paper, { distribution, units, of }: Model): void {
  const { doc } = paper;
  let x = paper.left;
  for (const step of distribution) {
    if (step.units === 0) continue;
    const width = (step.units / units) * paper.width;
    const { fill, ink } = stageColours(step.stage.ordinal, of);
    doc.rect(x, paper.y, width, BAR).fill(fill);
    doc.rect(x, paper.y, width, BAR).lineWidth(0.6);
    if (step.stage.ordinal === 0) doc.dash(2, { space: 2 }).stroke(MUTED).undash();
    else doc.stroke('#ffffff');
    const text = count(step.units);
    if (width > 8 + text.length * 5) {
      const setting = { size: 8.5, weight: 'bold', colour: ink, width, align: 'center' } as const;
      paper.write(text, x, paper.y + 4.5, setting);
    }
    x += width;
  }
}

function legend(paper: Paper, { distribution, of }: Model, top: number): void {
  const { doc } = paper;
  const width = paper.width / LEGEND_COLUMNS;
  const lines = Math.ceil(distribution.length / LEGEND_COLUMNS);
  distribution.forEach(({ stage, units }, at) => {
    const x = paper.left + Math.floor(at / lines) * width;
    const y = top + (at % lines) * LEGEND_LINE;
    const { fill } = stageColours(stage.ordinal, of);
    doc
      .rect(x, y + 1, 8, 8)
      .lineWidth(0.5)
      .fillAndStroke(fill, stage.ordinal === 0 ? MUTED : RULE);
    const name = stage.ordinal === 0 ? 'Not started' : `${rank(stage.ordinal, of)} ${stage.name}`;
    const setting = { size: 7.5, colour: units === 0 ? MUTED : INK };
    paper.line(name, x + 12, y + 1, { ...setting, width: width - 52 });
    paper.write(count(units), x + width - 38, y + 1, {
      ...{ ...setting, weight: 'bold', width: 28, align: 'right' },
    });
  });
}
