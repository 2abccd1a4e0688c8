import type { PackUnit, PackUnitsAnswer } from '#lib/projections';
import type { Figures } from './figures.js';
import { count, STATUS } from './words.js';
import type { CellValue, Sheet } from './sheet.js';

type Target = Figures['roadmap']['items'][number];
type Stand = PackUnit['stands'][number];

/** A day as a date; what is rougher, as given. */
const dayOf = (text: string | null | undefined): CellValue =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : text;

/** Every unit and where it stands. */
export function unitRows({ models }: Figures, { all, items }: PackUnitsAnswer): Sheet {
  return {
    notes: items.length < all ? [`The first ${count(items.length)} of ${count(all)} units.`] : [],
    columns: [
      ...([
        ['Unit', 30],
        ['Key', 22],
        ['Kind', 16],
        ['Part of', 22],
      ] as const),
      ...models.flatMap(({ title, of }): Sheet['columns'] =>
        of === 0
          ? [[title, 24]]
          : [
              [`${title}: stage, of ${of}`, 24],
              ['Name', 22],
            ],
      ),
    ],
    rows: items.map(({ unit, name, kind, parent, stands }) => [
      ...[name, unit, kind, parent],
      ...models.flatMap(({ of }, at) => standing(stands[at] ?? null, of)),
    ]),
  };
}

function standing(stand: Stand, of: number): readonly CellValue[] {
  if (of === 0) return [stand?.checked ?? stand?.score ?? null];
  return [stand?.stage?.ordinal ?? null, stand?.stage?.name ?? null];
}

const NOT_GONE_THROUGH =
  'Not gone through: so many units of a date in the past would take too long.';

/** What holds most units back. */
export function blockerRows({ blockers }: Figures): Sheet {
  const columns = [
    ...([
      ['Missing milestone', 40],
      ['Key', 30],
      ['Units held back', 16],
    ] as const),
    ...([
      ['By this alone', 14],
      ['Key move', 10],
      ['In', 80],
    ] as const),
  ];
  if (blockers === null) return { notes: [NOT_GONE_THROUGH], columns, rows: [] };
  const { heldBack, units, asOf, knownAt } = blockers;
  return {
    notes: [`${heldBack} of ${units} units miss something; as of ${asOf}, as known ${knownAt}.`],
    columns,
    rows: blockers.items.map((item) => [
      ...[item.title, item.milestone, item.units, item.alone, item.keyMove ? 'yes' : 'no'],
      item.models.map(({ title, units: held }) => `${title}: ${held}`).join('\n'),
    ]),
  };
}

/** What would move most units. */
export function moveRows({ bestMoves }: Figures): Sheet {
  const columns = [
    ...([
      ['Act', 40],
      ['Key', 30],
      ['Once, at', 22],
      ['Acts', 10],
      ['Units that rise', 16],
    ] as const),
    ...([
      ['Stages won', 12],
      ['Effort', 10],
      ['Why', 80],
    ] as const),
  ];
  if (bestMoves === null) return { notes: [NOT_GONE_THROUGH], columns, rows: [] };
  return {
    columns,
    rows: bestMoves.items.map(({ title, milestone, at, acts, units, advances, effort, why }) => [
      ...[title, milestone, at, acts, units, advances, effort, why.join('\n')],
    ]),
  };
}

/** Targets with their dates and forecasts. */
export function roadmapRows({ roadmap: { summary, items } }: Figures): Sheet {
  const left = summary.targets - items.length;
  return {
    notes: left > 0 ? [`The first ${items.length} of ${summary.targets} targets.`] : [],
    columns: [
      ...([
        ['Target', 44],
        ['Unit', 26],
        ['Key', 22],
        ['Status', 12],
        ['Due', 12],
      ] as const),
      ...([
        ['First due', 12],
        ['Slip in days', 12],
        ['Reached on', 12],
        ['Share there', 12],
      ] as const),
      ...([
        ['Counted', 10],
        ['Expected 10 %', 14],
        ['50 %', 12],
        ['85 %', 12],
        ['90 %', 12],
      ] as const),
      ['Precedents', 12],
    ],
    rows: items.map(targetRow),
  };
}

function targetRow(target: Target): readonly CellValue[] {
  const { title, name, unit, status, due, firstDue, slipDays, achievedOn, forecast } = target;
  const band = forecast?.basis === 'history' && status !== 'done' ? forecast : undefined;
  return [
    ...[title, name, unit, STATUS[status] ?? status, dayOf(due), dayOf(firstDue), slipDays],
    ...[dayOf(achievedOn?.slice(0, 10)), target.reached, target.counted],
    ...[dayOf(band?.p10), dayOf(band?.p50), dayOf(band?.p85), dayOf(band?.p90)],
    forecast?.precedents,
  ];
}
