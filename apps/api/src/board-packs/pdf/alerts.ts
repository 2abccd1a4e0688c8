import type { PackView } from '../figures.js';
import { count, counted, day, moment, withDays } from '../words.js';
import { MUTED } from './colours.js';
import type { Paper } from './paper.js';
import { Table } from './table.js';

const SHOWN = 20;

/** What is open by severity; what is critical is named first. */
export async function alerts(paper: Paper, { figures }: PackView): Promise<void> {
  const { bySeverity, items, at } = figures.alerts;
  const { critical, warning, info } = bySeverity;
  const part = paper.part('Sect');
  paper.heading(2, 'Open alerts', part, 70);
  const line = `${count(critical)} critical, ${counted(warning, 'warning')}, ${count(info)} to know of; open on ${moment(at)}.`;
  paper.paragraphs(line, part, { size: 9 });
  const named = items.slice(0, SHOWN);
  if (named.length > 0) {
    const table = new Table(paper, part, [
      { title: 'Unit', share: 0.22 },
      { title: 'Severity', share: 0.12 },
      { title: 'Since', share: 0.13 },
      { title: 'What', share: 0.53 },
    ]);
    for (const { name, severity, openedAt, summary } of named) {
      await table.row([name, severity, day(openedAt), withDays(summary)]);
    }
    table.end();
  }
  const left = critical + warning + info - named.length;
  if (left > 0) {
    paper.paragraphs(`${counted(left, 'alert')} more on the pages.`, part, {
      ...{ size: 8, colour: MUTED },
    });
  }
  part.end();
  paper.y += 8;
}

/** How to read it, and which versions of which models it was read by. */
export function notes(paper: Paper, pack: PackView): void {
  const part = paper.part('Sect');
  paper.heading(2, 'How to read this', part);
  const text = [
    `All figures are as of ${moment(pack.asOf)}, as known ${moment(pack.knownAt)}: what was recorded later is not in them. Asked for that pair of times, the pages show the same figures.`,
    'The median is the lower one: half of the units stand there or further. A forecast is a range drawn from how long the program’s own units took, with the number of precedents; there is none where they are too few.',
    `Models: ${pack.modelVersions.map(({ title, modelVersion }) => `${title} (version ${modelVersion})`).join('; ')}.`,
    `Pack ${pack.id}.`,
  ];
  paper.paragraphs(text.join('\n'), part, { size: 8, colour: MUTED });
  part.end();
}
