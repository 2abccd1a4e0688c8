import type { PackView, Restated } from '../figures.js';
import { count, counted, day, factText, figureText, moment, toldText } from '../words.js';
import { ACCENT, INK, MUTED, PALE } from './colours.js';
import type { Paper } from './paper.js';
import { Table } from './table.js';

/** So many figures are printed; the workbook has all. */
const SHOWN = 40;
const FACTS = 3;

/** What it is, for when, by whom, and what the office says. */
export function opening(paper: Paper, pack: PackView): void {
  const { figures, title, text, erased, author } = pack;
  paper.page();
  const part = paper.part('Sect');
  const band = `${figures.program}  ·  Board pack`;
  paper.ornament(() => paper.doc.rect(0, 0, paper.doc.page.width, 6).fill(ACCENT));
  const small = { size: 8.5, weight: 'medium', colour: ACCENT } as const;
  paper.tagged('P', part, () => paper.write(band, paper.left, paper.y, small));
  paper.y += 20;
  paper.heading(1, title ?? figures.unit, part);
  const about = `${figures.unit} (${figures.kind.replaceAll('-', ' ') || 'unit'}) and all below it: ${counted(figures.below, 'unit')}`;
  paper.paragraphs(about, part, { size: 10.5, weight: 'medium' });
  const times = `As of ${moment(pack.asOf)}, as known ${moment(pack.knownAt)} (position ${count(pack.position)} of the log). Made ${moment(pack.madeAt)} by ${erased ? 'somebody who was erased since' : author.name}.`;
  paper.paragraphs(times, part, { size: 8.5, colour: MUTED });
  paper.y += 4;
  const words = erased ? 'What the author wrote here was erased.' : text;
  if (words !== null) {
    const top = paper.y;
    const inset = { size: 10.5, colour: erased ? MUTED : INK, width: paper.width - 16 };
    const page = paper.doc.bufferedPageRange().count;
    const left = paper.indent(16);
    paper.paragraphs(words, part, inset);
    left();
    if (paper.doc.bufferedPageRange().count === page) {
      const height = paper.y - top - 4;
      paper.ornament(() => paper.doc.rect(paper.left, top, 3, height).fill(ACCENT));
    }
    paper.y += 8;
  }
  part.end();
}

/** What of the last pack would read differently by now; says so when nothing would. */
export async function restatedSince(paper: Paper, { restated, figures }: PackView): Promise<void> {
  const part = paper.part('Sect');
  paper.heading(2, 'Restated since the last pack', part);
  const quiet = { size: 9, colour: MUTED };
  if (restated === null) {
    paper.paragraphs('This is the first board pack of this unit.', part, quiet);
  } else {
    const { since, models, figures: changed } = restated;
    const last = `the pack of ${day(since.madeAt)} (as of ${moment(since.asOf)})`;
    if (changed.length === 0 && models.length === 0) {
      paper.paragraphs(
        `Nothing was: every figure of ${last} reads today as it did then.`,
        part,
        quiet,
      );
    } else {
      const many = counted(changed.length, 'figure');
      paper.paragraphs(`${many} of ${last} would read differently today.`, part, { size: 9 });
      for (const { title, was, is } of models) {
        const adopted = `${title} was adopted in version ${is} since (model.adopted); then it was version ${was}. Its stages are read by the version of each time.`;
        paper.paragraphs(adopted, part, { size: 9 });
      }
      if (changed.length > 0) await rows(paper, part, restated, figures);
    }
  }
  part.end();
  paper.y += 8;
}

type Part = ReturnType<Paper['part']>;

async function rows(
  paper: Paper,
  part: Part,
  restated: Restated,
  figures: PackView['figures'],
): Promise<void> {
  const table = new Table(paper, part, [
    { title: 'Of', share: 0.2 },
    { title: 'Figure', share: 0.25 },
    { title: 'Then known', share: 0.14 },
    { title: 'Now known', share: 0.14 },
    { title: 'Facts responsible', share: 0.27 },
  ]);
  const { figures: changed, unexplained } = restated;
  for (const one of changed.slice(0, SHOWN)) {
    const model = figures.models.find(({ model: id }) => id === one.model);
    const of = model?.of ?? 0;
    const facts = one.facts.slice(0, FACTS).map((fact) => factText(fact, figures.names));
    const more = one.facts.length - facts.length;
    await table.row([
      one.name,
      {
        text: `${figureText(one, of)}${model && one.figure !== 'target' ? `\n${model.title}` : ''}`,
      },
      toldText(one.was, one, of),
      { text: toldText(one.is, one, of), fill: PALE },
      [...facts, ...(more > 0 ? [`and ${more} more`] : [])].join('\n') || 'see the log',
    ]);
  }
  table.end();
  const left = changed.length - SHOWN;
  const notes = [
    ...(left > 0 ? [`${counted(left, 'figure')} more in the workbook of this pack.`] : []),
    ...(unexplained > 0
      ? [`Facts were looked for at 500 units; ${counted(unexplained, 'unit')} more moved.`]
      : []),
  ];
  if (notes.length > 0) paper.paragraphs(notes.join(' '), part, { size: 8, colour: MUTED });
}
