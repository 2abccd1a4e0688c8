import type { PackView } from '../figures.js';
import { day, moment } from '../words.js';
import { alerts, notes } from './alerts.js';
import { heatmap } from './heatmap.js';
import { changes, gaps } from './moves.js';
import { opening, restatedSince } from './opening.js';
import { Paper } from './paper.js';
import { roadmap } from './roadmap.js';
import { stages } from './stages.js';

/** A pack as a tagged PDF of A4 pages; of the same pack always the same bytes. */
export async function packPdf(pack: PackView): Promise<Buffer> {
  const { figures, title, author, madeAt } = pack;
  const paper = new Paper({
    title: `${title ?? figures.unit}, ${day(pack.asOf)}`,
    author: author.name,
    subject: `Board pack of ${figures.unit}`,
    madeAt: new Date(madeAt),
  });
  opening(paper, pack);
  await restatedSince(paper, pack);
  await stages(paper, figures);
  await heatmap(paper, figures);
  paper.page();
  await changes(paper, figures);
  await gaps(paper, figures);
  await alerts(paper, pack);
  notes(paper, pack);
  await roadmap(paper, pack);
  const left = `${figures.program}  ·  ${figures.unit}  ·  as of ${moment(pack.asOf)}, as known ${moment(pack.knownAt)}`;
  return paper.finish((page, of) => [left, `${page} of ${of}`]);
}
