import { type Due, parseDue } from '#lib/domain';
import type { Figures, PackView } from '../figures.js';
import { count, counted, day, forecastText, rough, STATUS } from '../words.js';
import { ACCENT, INK, MUTED, RULE } from './colours.js';
import type { Paper, Part } from './paper.js';
import { type Box, Table } from './table.js';

type Target = Figures['roadmap']['items'][number];

const SHOWN = 24;
const ROW = 24;
const DAY_MS = 86_400_000;

/** Targets with their dates, how far they slipped, and when they are expected. */
export async function roadmap(paper: Paper, { figures, asOf }: PackView): Promise<void> {
  const { summary, items } = figures.roadmap;
  paper.page('landscape');
  const part = paper.part('Sect');
  paper.heading(2, 'Roadmap', part);
  const { byStatus, targets, moves } = summary;
  const said = (['late', 'at-risk', 'on-track', 'aim', 'done'] as const).flatMap((status) =>
    byStatus[status] === 0 ? [] : [`${count(byStatus[status])} ${STATUS[status]}`],
  );
  const line = `${counted(targets, 'target')}${said.length > 0 ? `: ${said.join(', ')}` : ''}. Dates were moved ${counted(moves, 'time')} in all.`;
  paper.paragraphs(line, part, { size: 9 });
  if (items.length > 0) await rows(paper, part, items, Date.parse(asOf));
  const left = targets - Math.min(SHOWN, items.length);
  if (left > 0) {
    const more = `${counted(left, 'target')} more in the workbook and on the pages.`;
    paper.paragraphs(more, part, { size: 8, colour: MUTED });
  }
  paper.y += 8;
  part.end();
}

async function rows(
  paper: Paper,
  part: Part,
  items: readonly Target[],
  asOf: number,
): Promise<void> {
  const shown = items.slice(0, SHOWN);
  const scale = scaleOf(shown, asOf);
  const key =
    'Line: today. Filled mark: its date; empty mark: its first date. Dark band: expected between 50 and 85 in 100; pale band: between 10 and 90.';
  paper.paragraphs(key, part, { size: 8, colour: MUTED });
  const axis = { height: 14, draw: (box: Box) => years(paper, box, scale) };
  const table = new Table(paper, part, [
    { title: 'Target', share: 0.3 },
    { title: 'Status', share: 0.11 },
    { title: 'Date', share: 0.11 },
    { title: 'Expected', share: 0.14 },
    { title: 'On the calendar', share: 0.34, head: axis },
  ]);
  for (const target of shown) {
    await table.row([
      { text: `${target.title}\n${target.name}` },
      statusText(target),
      dateText(target),
      target.status === 'done' || !target.forecast ? '' : forecastText(target.forecast),
      { alt: altOf(target), height: ROW, draw: (box) => mark(paper, box, target, scale, asOf) },
    ]);
  }
  table.end();
}

/** The status of a target, and how many of a share are there. */
export function statusText({ status, reached, counted: of, achievedOn, goal }: Target): string {
  const word = STATUS[status] ?? status;
  const share =
    goal.kind === 'share' && of !== undefined
      ? `\n${count(reached ?? 0)} of ${counted(of, 'unit')}`
      : '';
  return `${word}${achievedOn === undefined ? '' : ` ${day(achievedOn)}`}${share}`;
}

function dateText({ due, firstDue, slipDays }: Target): string {
  if (due === null) return 'none';
  const slip = slipDays === null || slipDays === 0 ? '' : `\n${slipText(slipDays)}`;
  const first = firstDue !== null && firstDue !== due ? `\nfirst ${rough(firstDue)}` : '';
  return `${rough(due)}${first}${slip}`;
}

/** "12 days late", "3 days earlier". */
export function slipText(days: number): string {
  return days > 0 ? `${counted(days, 'day')} of slip` : `${counted(-days, 'day')} earlier`;
}

function altOf(target: Target): string {
  const { title, name, due, forecast } = target;
  const expected =
    forecast && target.status !== 'done' ? ` Expected: ${forecastText(forecast)}.` : '';
  return `${title}, ${name}: ${due === null ? 'no date' : `wanted by ${rough(due)}`}.${expected}`;
}

/** From when to when a calendar runs. */
interface Scale {
  readonly from: number;
  readonly until: number;
}

const lastDay = (due: Due | undefined) => (due ? due.deadline - DAY_MS : undefined);
const dueOf = (text: string | null) => (text === null ? undefined : lastDay(parseDue(text)));

function scaleOf(targets: readonly Target[], asOf: number): Scale {
  const near = asOf + 10 * 365 * DAY_MS;
  const dates = targets.flatMap(({ due, firstDue, forecast, status }) => {
    const p90 = status !== 'done' && forecast?.p90 ? Date.parse(forecast.p90) : undefined;
    return [dueOf(due), dueOf(firstDue), p90].filter((at) => at !== undefined && at < near);
  }) as number[];
  const [first, last] = [Math.min(asOf, ...dates), Math.max(asOf, ...dates)];
  const some = Math.max((last - first) * 0.04, 20 * DAY_MS);
  return { from: Math.max(first, asOf - 6 * 365 * DAY_MS) - some, until: last + some };
}

const PAD = 6;

function placer({ x, width }: Box, { from, until }: Scale): (at: number) => number {
  return (at) => {
    const share = Math.min(1, Math.max(0, (at - from) / (until - from)));
    return x + PAD + share * (width - 2 * PAD);
  };
}

function years(paper: Paper, box: Box, scale: Scale): void {
  const at = placer(box, scale);
  const [first, last] = [scale.from, scale.until].map((one) => new Date(one).getUTCFullYear());
  const every = Math.max(1, Math.ceil(((last as number) - (first as number)) / 8));
  for (let year = (first as number) + 1; year <= (last as number); year += every) {
    const x = at(Date.UTC(year, 0, 1));
    const setting = { size: 7, colour: MUTED, width: 30, align: 'center' } as const;
    paper.write(String(year), x - 15, box.y + 3, setting);
  }
}

function mark(paper: Paper, box: Box, target: Target, scale: Scale, asOf: number): void {
  const { doc } = paper;
  const at = placer(box, scale);
  const middle = box.y + box.height / 2;
  doc.lineWidth(0.4).strokeColor(RULE);
  doc
    .moveTo(box.x + PAD, middle)
    .lineTo(box.x + box.width - PAD, middle)
    .stroke();
  const { forecast, status } = target;
  if (forecast && status !== 'done') {
    const band = (
      from: string | null | undefined,
      until: string | null | undefined,
      high: number,
      fill: string,
    ) => {
      if (!from) return;
      const [start, end] = [at(Date.parse(from)), at(until ? Date.parse(until) : scale.until)];
      doc.rect(start, middle - high / 2, Math.max(end - start, 1.5), high).fill(fill);
    };
    band(forecast.p10, forecast.p90, 12, '#cbdfed');
    band(forecast.p50, forecast.p85, 12, '#6aa2c6');
  }
  const now = at(asOf);
  doc
    .lineWidth(1)
    .strokeColor(INK)
    .moveTo(now, box.y + 2)
    .lineTo(now, box.y + box.height - 2)
    .stroke();
  const [due, first] = [dueOf(target.due), dueOf(target.firstDue)];
  if (due !== undefined && first !== undefined && first !== due) {
    doc.lineWidth(1).strokeColor(ACCENT).moveTo(at(first), middle).lineTo(at(due), middle).stroke();
    diamond(paper, at(first), middle).lineWidth(1).fillAndStroke('#ffffff', ACCENT);
  }
  if (due !== undefined) diamond(paper, at(due), middle).lineWidth(1).fillAndStroke(ACCENT, ACCENT);
}

function diamond({ doc }: Paper, x: number, y: number): PDFKit.PDFDocument {
  const half = 4;
  return doc
    .moveTo(x, y - half)
    .lineTo(x + half, y)
    .lineTo(x, y + half)
    .lineTo(x - half, y)
    .closePath();
}
