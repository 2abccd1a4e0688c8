import type { Figures } from '../figures.js';
import { count, counted, day, factText, moment, stageText } from '../words.js';
import { ACCENT, MUTED, PALE } from './colours.js';
import type { Paper } from './paper.js';
import { type Box, type Cell, Table } from './table.js';

const FACTS = 2;
const CHANGED: Readonly<Record<string, string>> = {
  rose: '▲ rose',
  fell: '▼ fell',
  appeared: 'new here',
  left: 'left',
};

/** Who rose, who fell, and by which facts. */
export async function changes(paper: Paper, figures: Figures): Promise<void> {
  const { changes: told, models, names } = figures;
  const part = paper.part('Sect');
  paper.heading(2, `What rose and what fell since ${day(told.from)}`, part);
  if (told.items.length === 0) {
    paper.paragraphs('Nothing did.', part, { colour: MUTED });
  } else {
    const table = new Table(paper, part, [
      { title: 'Unit', share: 0.2 },
      { title: 'Model', share: 0.23 },
      { title: 'Change', share: 0.27 },
      { title: 'Why', share: 0.3 },
    ]);
    for (const { name, model: id, change, from, to, because } of told.items) {
      const model = models.find((one) => one.model === id);
      const of = model?.of ?? 0;
      const why = because.slice(0, FACTS).map((fact) => factText(fact, names));
      const more = because.length - why.length;
      await table.row([
        name,
        model?.title ?? id,
        `${CHANGED[change] ?? change}: ${stageText(from, of)} → ${stageText(to, of)}`,
        [...why, ...(more > 0 ? [`and ${more} more`] : [])].join('\n') || 'see the log',
      ]);
    }
    table.end();
    const left = told.all - told.items.length;
    if (left > 0) {
      paper.paragraphs(`The longest ways are shown; ${count(left)} more changed.`, part, {
        ...{ size: 8, colour: MUTED },
      });
    }
  }
  part.end();
  paper.y += 8;
}

/** What holds most units back, and what would move most of them. */
export async function gaps(paper: Paper, figures: Figures): Promise<void> {
  const part = paper.part('Sect');
  await blockers(paper, part, figures);
  await bestMoves(paper, part, figures);
  part.end();
}

type Part = ReturnType<Paper['part']>;

async function blockers(paper: Paper, part: Part, figures: Figures): Promise<void> {
  const { blockers: held } = figures;
  paper.heading(2, 'What holds most units back', part, 90);
  if (held === null) return tooMany(paper, part);
  const note = `${counted(held.heldBack, 'unit')} of ${count(held.units)} looked at ${held.heldBack === 1 ? 'misses' : 'miss'} something for a next stage${asKnown(held)}.`;
  paper.paragraphs(note, part, { size: 8, colour: MUTED });
  if (held.items.length === 0) return;
  const table = new Table(paper, part, [
    { title: 'Missing milestone', share: 0.29 },
    { title: 'Units held back', share: 0.2 },
    { title: 'By this alone', share: 0.1, align: 'right' },
    { title: 'In', share: 0.41 },
  ]);
  for (const { title, units, alone, keyMove, models } of held.items) {
    const inModels = models.map((one) => `${one.title} (${count(one.units)})`);
    await table.row([
      `${title}${keyMove ? ' (key move)' : ''}`,
      share(paper, units, held.units),
      count(alone),
      inModels.join(', '),
    ]);
  }
  table.end();
}

async function bestMoves(paper: Paper, part: Part, figures: Figures): Promise<void> {
  const { bestMoves: best } = figures;
  paper.heading(2, 'Best moves', part, 90);
  if (best === null) return tooMany(paper, part);
  const raising = best.items.filter(({ advances }) => advances > 0);
  if (raising.length === 0) {
    const none = `No single act raises a unit now: every next stage lacks several things${asKnown(best)}.`;
    return paper.paragraphs(none, part, { size: 8, colour: MUTED });
  }
  const note = `Most stages won for the effort come first${asKnown(best)}.`;
  paper.paragraphs(note, part, { size: 8, colour: MUTED });
  const table = new Table(paper, part, [
    { title: 'Act', share: 0.27 },
    { title: 'Where', share: 0.14 },
    { title: 'Units that rise', share: 0.09, align: 'right' },
    { title: 'Stages won', share: 0.09, align: 'right' },
    { title: 'In', share: 0.41 },
  ]);
  for (const { title, at, acts, units, advances, models, effort } of raising) {
    const where = at === null ? `by ${counted(acts, 'unit')}` : 'once, at the top';
    await table.row([
      `${title}${effort === null ? '' : ` (effort ${effort})`}`,
      where,
      count(units),
      count(advances),
      models.map((one) => `${one.title} (${count(one.units)})`).join(', '),
    ]);
  }
  table.end();
}

function tooMany(paper: Paper, part: Part): void {
  const text =
    'Not gone through: for a date in the past, so many units would take too long. Make the pack of a unit further down, or for now.';
  paper.paragraphs(text, part, { size: 8.5, colour: MUTED });
}

/** Of large subtrees, what was written last may be of a moment before. */
function asKnown({ asOf, knownAt }: { readonly asOf: string; readonly knownAt: string }): string {
  return ` (as of ${moment(asOf)}, as known ${moment(knownAt)})`;
}

function share(paper: Paper, units: number, of: number): Cell {
  const draw = ({ x, y, width, height }: Box) => {
    const full = width - 52;
    const middle = y + height / 2;
    paper.doc.rect(x + 4, middle - 4, full, 8).fill(PALE);
    paper.doc.rect(x + 4, middle - 4, of === 0 ? 0 : (units / of) * full, 8).fill(ACCENT);
    const setting = { size: 8, weight: 'bold', width: 40, align: 'right' } as const;
    paper.write(count(units), x + width - 46, middle - 5, setting);
  };
  return { alt: `${count(units)} of ${count(of)}`, height: 16, draw };
}
